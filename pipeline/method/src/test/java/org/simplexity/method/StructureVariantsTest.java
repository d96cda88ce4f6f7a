package org.simplexity.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.simplexity.data.Seed;

/** Searches with every distribution, outer gradient and remedy. */
class StructureVariantsTest {
  private static final LabelledImages IMAGES = Stripes.images();
  private static final Conditions CONDITIONS = new Conditions(2, new Seed(5));
  private static final AnnealingSettings FALLING = AnnealingSettings.geometric(1, 0.3);

  private static SearchSettings base(int epochs) {
    return base(epochs, 0.05);
  }

  private static SearchSettings base(int epochs, double rate) {
    SearchSettings defaults = SearchSettings.defaults();
    OptimiserSettings slow = defaults.structure();
    OptimiserSettings structure =
        new OptimiserSettings(
            slow.kind(),
            rate,
            slow.momentum(),
            slow.beta1(),
            slow.beta2(),
            slow.weightDecay(),
            slow.clipNorm(),
            slow.clipValue(),
            slow.schedule());
    return defaults
        .withEpochs(epochs, 15, 0)
        .withOptimisers(OptimiserSettings.weights(), structure);
  }

  private static SearchSettings relaxed(RelaxationKind kind, boolean hard, DrawScope draw) {
    return base(2)
        .withStructure(
            new RelaxationSettings(kind, FALLING, hard, draw), StructurePriorSettings.defaults());
  }

  private static SearchSettings across(OuterGradientKind kind, boolean precisions) {
    PrecisionSettings off = PrecisionSettings.defaults();
    return base(2)
        .withOuter(
            OuterGradientSettings.defaults().withGradient(kind),
            new PrecisionSettings(precisions, off.initial(), off.optimiser()));
  }

  private static SearchSettings escaping(EscapeRemedy remedy) {
    return base(2)
        .withEscape(new EscapeSettings(remedy, 0.26, 0, 1, 1, 0.1, 0.75, 1, 2))
        .withStructure(
            RelaxationSettings.defaults(),
            StructurePriorSettings.defaults().withStrength(PriorStrength.STRONG));
  }

  static Map<String, SearchSettings> variants() {
    Map<String, SearchSettings> variants = new LinkedHashMap<>();
    for (RelaxationKind kind : RelaxationKind.values()) {
      variants.put(kind.name(), relaxed(kind, false, DrawScope.BATCH));
    }
    variants.put("hard", relaxed(RelaxationKind.GUMBEL_SOFTMAX, true, DrawScope.BATCH));
    variants.put("by image", relaxed(RelaxationKind.GUMBEL_SOFTMAX, false, DrawScope.IMAGE));
    for (OuterGradientKind kind : OuterGradientKind.values()) {
      variants.put(kind.name(), across(kind, false));
    }
    variants.put("precisions", across(OuterGradientKind.UNROLLED, true));
    for (EscapeRemedy remedy : EscapeRemedy.values()) {
      variants.put(remedy.name(), escaping(remedy));
    }
    return variants;
  }

  private static StructureSearch search(SearchSettings settings) {
    return new StructureSearch(Stripes.space(), IMAGES, settings, CONDITIONS);
  }

  static Iterable<String> names() {
    return variants().keySet();
  }

  @ParameterizedTest
  @MethodSource("names")
  void goesOnBitForBitFromAState(String name) {
    SearchSettings settings = variants().get(name);
    try (StructureSearch undisturbed = search(settings);
        StructureSearch resumed = search(settings)) {
      double[] start = undisturbed.structure().alpha();
      undisturbed.epoch(1);
      resumed.restore(undisturbed.state());
      SearchEpoch expected = undisturbed.epoch(2);
      assertThat(resumed.epoch(2)).isEqualTo(expected);
      Map<String, double[]> state = undisturbed.state().arrays();
      resumed
          .state()
          .arrays()
          .forEach((key, array) -> assertThat(array).as(key).containsExactly(state.get(key)));
      assertThat(expected.train().loss()).isFinite();
      assertThat(undisturbed.structure().alpha()).isNotEqualTo(start);
      assertThat(Arrays.stream(undisturbed.structure().gamma()))
          .allMatch(share -> share >= 0 && share <= 1);
    }
  }

  @Test
  void weakRegularisationIsPlainDartsBitForBit() {
    SearchSettings plain = base(2);
    SearchSettings weak =
        plain.withStructure(
            RelaxationSettings.defaults(),
            StructurePriorSettings.defaults().withStrength(PriorStrength.WEAK));
    try (StructureSearch one = search(plain);
        StructureSearch other = search(weak)) {
      one.epoch(1);
      other.epoch(1);
      assertThat(other.structure().alpha()).containsExactly(one.structure().alpha());
    }
  }

  @Test
  void strongRegularisationEndsAtVertices() {
    SearchSettings strong =
        base(12, 0.2)
            .withStructure(
                RelaxationSettings.defaults(),
                new StructurePriorSettings(
                    PriorStrength.STRONG, 0.5, AnnealingSettings.constant(1)));
    try (StructureSearch search = search(strong)) {
      double first = search.structure().entropy();
      for (int epoch = 1; epoch <= 12; epoch++) {
        search.epoch(epoch);
      }
      assertThat(first).isCloseTo(Math.log(4), within(1e-3));
      assertThat(search.structure().entropy()).isLessThan(0.05);
    }
  }

  /** With γ of one draw for all images, Bernoulli draws of several steps differ. */
  @ParameterizedTest
  @EnumSource(names = {"CATEGORICAL", "BERNOULLI"})
  void discreteDrawsTakeVerticesOnly(RelaxationKind kind) {
    Structure structure =
        new Structure(
            Stripes.space().structure(), relaxed(kind, false, DrawScope.BATCH), new Seed(1));
    double[] gamma =
        StructureDraw.of(structure.distribution(), structure.alpha(), new Seed(2).generator())
            .gamma();
    assertThat(gamma).containsOnly(0, 1);
  }

  @Test
  void checksTheGradientsOfASearchByImageToo() {
    try (StructureSearch search =
        search(relaxed(RelaxationKind.GUMBEL_SOFTMAX, false, DrawScope.IMAGE))) {
      search.epoch(1);
      assertThat(search.gradientErrors().largest()).isLessThan(0.05);
    }
  }

  @Test
  void aPriorNeedsTheInsideOfTheSimplex() {
    StructurePriorSettings strong =
        StructurePriorSettings.defaults().withStrength(PriorStrength.STRONG);
    RelaxationSettings cube =
        RelaxationSettings.defaults().withDistribution(RelaxationKind.SIGMOID);
    assertThatThrownBy(() -> base(1).withStructure(cube, strong))
        .hasMessageContaining("prior.strength strong")
        .hasMessageContaining("gumbel-softmax");
  }

  @Test
  void precisionsNeedAGradientThatCrossesTheWeights() {
    assertThatThrownBy(() -> across(OuterGradientKind.FIRST_ORDER, true))
        .hasMessageContaining("precision.learn true")
        .hasMessageContaining("first-order");
  }

  @Test
  void hardAndByImageNeedADraw() {
    assertThatThrownBy(() -> relaxed(RelaxationKind.DIRICHLET, true, DrawScope.BATCH))
        .hasMessageContaining("hard true");
    assertThatThrownBy(() -> relaxed(RelaxationKind.SOFTMAX, false, DrawScope.IMAGE))
        .hasMessageContaining("draw image");
  }
}
