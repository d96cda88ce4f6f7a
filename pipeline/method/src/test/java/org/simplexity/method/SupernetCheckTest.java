package org.simplexity.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.simplexity.data.Seed;
import org.simplexity.kernel.GradientTarget;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.NetworkBuilder;
import org.simplexity.kernel.Plan;
import org.simplexity.kernel.PlanSettings;
import org.simplexity.kernel.Precision;
import org.simplexity.kernel.Shape;
import org.simplexity.kernel.Slice;
import org.simplexity.space.WeightGroups;

class SupernetCheckTest {
  private static final int BATCH = 15;

  private static StructureSearch search(int threads) {
    SearchSettings base = SearchSettings.defaults();
    SearchSettings settings = base.withEpochs(2, BATCH, 0);
    return new StructureSearch(
        Stripes.space(), Stripes.images(), settings, new Conditions(threads, new Seed(5)));
  }

  @Test
  void theGradientsOfASearchAreDifferencesOfItsLoss() {
    try (StructureSearch search = search(1)) {
      search.epoch(1);
      GradientErrors errors = search.gradientErrors();
      List<String> expected =
          new ArrayList<>(WeightGroups.of(search.supernet().parameters()).keySet());
      expected.addAll(
          List.of(
              "structure", "before/max_pool_3x3", "before/skip_connect", "before/sep_conv_3x3"));
      assertThat(errors.byGroup()).containsOnlyKeys(expected);
      assertThat(errors.largest()).isLessThan(0.02);
      assertThat(errors.leftOut()).isZero();
    }
  }

  @Test
  void aSearchThatIsCheckedIsTheSameSearchToTheLastBit() {
    try (StructureSearch plain = search(2);
        StructureSearch checked = search(2)) {
      checked.gradientErrors();
      assertThat(checked.epoch(1)).isEqualTo(plain.epoch(1));
      checked.gradientErrors();
      assertThat(checked.epoch(2)).isEqualTo(plain.epoch(2));
      checked.gradientErrors();
      Map<String, double[]> expected = plain.state().arrays();
      Map<String, double[]> state = checked.state().arrays();
      assertThat(state.keySet()).isEqualTo(expected.keySet());
      state.forEach((name, array) -> assertThat(array).as(name).isEqualTo(expected.get(name)));
      assertThat(checked.structure().gamma()).isEqualTo(plain.structure().gamma());
    }
  }

  @Test
  void theErrorsAreTheSameOnAnyNumberOfThreadsAndWheneverTheyAreAskedFor() {
    try (StructureSearch one = search(1);
        StructureSearch two = search(2)) {
      one.epoch(1);
      two.epoch(1);
      GradientErrors errors = one.gradientErrors();
      assertThat(two.gradientErrors()).isEqualTo(errors);
      assertThat(one.gradientErrors()).isEqualTo(errors);
    }
  }

  @Test
  void aWrongGradientOfOneGroupIsSeenInThatGroupOnly() {
    Network supernet = Stripes.space().supernet();
    try (Plan plan = Plan.compile(supernet, PlanSettings.defaults(BATCH).withThreads(1))) {
      fill(plan);
      WeightGroups.of(supernet.parameters())
          .forEach(
              (name, slices) -> {
                Map<String, Double> errors = errors(plan, slices, 1.2);
                assertThat(errors.get(name)).as(name).isCloseTo(1 / 6.0, within(0.02));
                errors.remove(name);
                assertThat(errors.values()).as(name).allMatch(error -> error < 0.02);
              });
    }
  }

  @Test
  void inDoublePrecisionTheErrorOfASmoothNetworkIsThatOfTheDifference() {
    NetworkBuilder builder = new NetworkBuilder(new Shape(1, 3, 3));
    Network linear = builder.build(builder.dense(builder.input(), 3));
    PlanSettings settings =
        PlanSettings.defaults(BATCH).withPrecision(Precision.DOUBLE).withThreads(1);
    try (Plan plan = Plan.compile(linear, settings)) {
      fill(plan);
      assertThat(errors(plan, List.of(), 1).values()).hasSize(1).allMatch(error -> error < 1e-6);
    }
  }

  /** Errors of all groups, the gradient of some slices being multiplied by a factor. */
  private static Map<String, Double> errors(Plan plan, List<Slice> wrong, double factor) {
    double[] start = plan.parameters().toArray();
    PlanLoss loss = new PlanLoss(plan, GradientTarget.WEIGHTS);
    List<CoordinateGroup> groups =
        WeightGroups.of(plan.network().parameters()).entrySet().stream()
            .map(group -> CoordinateGroup.of(group.getKey(), group.getValue(), 0))
            .toList();
    GradientErrors errors = GradientCheck.of(new Scaled(loss, wrong, factor), groups);
    plan.parameters().copyFrom(start);
    return new LinkedHashMap<>(errors.byGroup());
  }

  /** A function that claims a wrong gradient. */
  private record Scaled(LossFunction loss, List<Slice> slices, double factor)
      implements LossFunction {
    @Override
    public double[] point() {
      return loss.point();
    }

    @Override
    public double at(double[] point) {
      return loss.at(point);
    }

    @Override
    public double[] gradient() {
      double[] gradient = loss.gradient();
      for (Slice slice : slices) {
        for (int i = slice.offset(); i < slice.end(); i++) {
          gradient[i] *= factor;
        }
      }
      return gradient;
    }
  }

  private static void fill(Plan plan) {
    Network network = plan.network();
    RandomGenerator random = new Seed(3).generator();
    plan.parameters().copyFrom(network.initialParameters(random));
    plan.statistics().copyFrom(network.initialStatistics());
    plan.structure().fill(0.25);
    int pixels = BATCH * network.input().size();
    float[] images = new float[pixels];
    for (int i = 0; i < pixels; i++) {
      images[i] = random.nextFloat(-1, 1);
    }
    int[] labels = IntStream.range(0, BATCH).map(i -> i % 3).toArray();
    plan.load(images, labels, BATCH);
  }
}
