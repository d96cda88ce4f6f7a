package org.simplexity.method.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.simplexity.data.Seed;
import org.simplexity.method.Conditions;
import org.simplexity.method.MethodState;
import org.simplexity.method.NetworkWeights;
import org.simplexity.method.OptimiserSettings;
import org.simplexity.method.SearchSettings;
import org.simplexity.method.Start;
import org.simplexity.method.Stripes;
import org.simplexity.method.StructureSearch;
import org.simplexity.method.family.Derivation;
import org.simplexity.space.CellSpace;
import org.simplexity.space.CellSpaceSettings;
import org.simplexity.space.Form;
import org.simplexity.space.Genotype;

/** The whole comparison over stripes, two members an ensemble. */
class EnsembleStudyTest {
  private static final int BATCH = 15;
  private static final int STEPS = 90 / BATCH;
  private static final CellSpace SPACE =
      new CellSpace(
          new CellSpaceSettings(
              2, 1, 4, List.of("max_pool_3x3", "skip_connect", "sep_conv_3x3"), 2, 1),
          Stripes.space().input(),
          3);
  private static final SearchSettings SEARCH = SearchSettings.defaults().withEpochs(2, BATCH, 0);
  private static final StudySubject SUBJECT =
      new StudySubject(SPACE, Stripes.images(), new Conditions(2, new Seed(3)));

  private final Map<String, Genotype> trained = new LinkedHashMap<>();

  private static EnsembleSettings settings(Start start, int size, EnsembleMethod... methods) {
    return new EnsembleSettings(
        List.of(methods),
        size,
        6,
        3,
        Derivation.STRONGEST_INPUTS,
        Diversities.settings(2, 0.5, true),
        new MemberSettings(start, 1, 2, BATCH, OptimiserSettings.weights()));
  }

  private static EnsembleStudy.Upstream upstream() {
    try (StructureSearch search =
        new StructureSearch(SPACE, Stripes.images(), SEARCH, new Conditions(2, new Seed(1)))) {
      search.epoch(1);
      double[] gamma = search.structure().gamma();
      NetworkWeights weights = search.weights();
      return new EnsembleStudy.Upstream(
          new OptimalStructure(SPACE, gamma, Derivation.STRONGEST_INPUTS), weights, 100);
    }
  }

  private EnsembleStudy study(EnsembleSettings settings, EnsembleStudy.Upstream upstream) {
    return new EnsembleStudy(
        SUBJECT,
        settings,
        SEARCH,
        upstream,
        (name, genotype, weights) -> trained.put(name, genotype));
  }

  private static Map<String, double[]> withoutTimes(MethodState state) {
    Map<String, double[]> arrays = new LinkedHashMap<>(state.arrays());
    arrays.replaceAll(
        (name, array) -> name.startsWith("ledger.cost.") ? new double[] {array[1]} : array);
    return arrays;
  }

  @Test
  void goesOnBitForBitThoughItIsStoppedAfterEveryEpoch() {
    EnsembleSettings settings = settings(Start.INHERITED, 2, EnsembleMethod.values());
    EnsembleStudy.Upstream upstream = upstream();
    Map<String, double[]> expected;
    try (EnsembleStudy undisturbed = study(settings, upstream)) {
      for (int epoch = 1; epoch <= undisturbed.epochs(); epoch++) {
        undisturbed.epoch(epoch);
      }
      expected = withoutTimes(undisturbed.state());
      checkResults(undisturbed.results());
    }
    MethodState state = null;
    int epochs = 1;
    for (int epoch = 1; epoch <= epochs; epoch++) {
      try (EnsembleStudy resumed = study(settings, upstream)) {
        epochs = resumed.epochs();
        if (state != null) {
          resumed.restore(state);
        }
        resumed.epoch(epoch);
        state = resumed.state();
      }
    }
    Map<String, double[]> found = withoutTimes(Objects.requireNonNull(state));
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    found.forEach((name, array) -> assertThat(array).as(name).containsExactly(expected.get(name)));
  }

  private void checkResults(EnsembleResults results) {
    List<EnsembleResult> all = results.all();
    assertThat(all).hasSize(2 * 4 + 2);
    assertThat(trained.keySet())
        .containsExactlyInAnyOrder(
            "darts-1", "darts-2", "edgenes-1", "edgenes-2", "random-1", "random-2", "random-3");
    assertThat(trained.get("edgenes-1")).isNotEqualTo(trained.get("edgenes-2"));
    EnsembleResult darts = only(all, EnsembleMethod.DARTS);
    EnsembleResult first = of(all, EnsembleMethod.DARTS_ENSEMBLE).get(0);
    assertThat(darts.score()).isEqualTo(first.score());
    assertThat(darts.cost()).isEqualTo(first.cost());
    assertThat(darts.cost().seconds()).isGreaterThan(100);
    checkCosts(results, all);
    assertThat(results.candidates()).hasSize(6);
    assertThat(results.candidates().stream().filter(c -> c.chosen() > 0)).hasSize(2);
    // two cells, the second of which reduces: two edges in each
    assertThat(results.sharedEdges()).hasSize(2 * 2 + 1);
    List<String> chosen = results.members(EnsembleMethod.NES_RANDOM);
    assertThat(chosen).hasSize(2).doesNotHaveDuplicates();
  }

  /** Multiply-adds counted by hand: passes × images × those of a network. */
  private static void checkCosts(EnsembleResults results, List<EnsembleResult> all) {
    double supernet = SPACE.supernet().multiplyAdds();
    double images = (double) STEPS * BATCH;
    double own =
        SPACE.discrete(results.genotype("random-1"), Form.EVALUATION).multiplyAdds() * images * 2;
    assertThat(only(all, EnsembleMethod.RANDOM).cost().multiplyAdds()).isCloseTo(own, within(1.0));
    double tuned =
        SPACE.discrete(results.genotype("darts-1"), Form.INHERITED).multiplyAdds()
            * (images + 60.0 * BATCH);
    double search = 2 * 2 * images * supernet;
    assertThat(only(all, EnsembleMethod.DARTS).cost().multiplyAdds())
        .isCloseTo(search + tuned, within(1.0));
    // two epochs, two levels, two samples a step
    assertThat(results.cost("hypernetwork").multiplyAdds())
        .isCloseTo(2 * 2 * 2 * images * supernet, within(1.0));
    for (EnsembleMethod method : EnsembleMethod.values()) {
      assertThat(results.area(method, Cost::multiplyAdds)).isBetween(0.0, 2.0 / 3);
    }
    double pool = of(all, EnsembleMethod.NES_RANDOM).get(0).cost().multiplyAdds();
    assertThat(pool)
        .isGreaterThan(of(all, EnsembleMethod.RANDOM_ENSEMBLE).get(1).cost().multiplyAdds());
  }

  private static List<EnsembleResult> of(List<EnsembleResult> all, EnsembleMethod method) {
    return all.stream().filter(result -> result.method() == method).toList();
  }

  private static EnsembleResult only(List<EnsembleResult> all, EnsembleMethod method) {
    List<EnsembleResult> some = of(all, method);
    assertThat(some).hasSize(1);
    return some.get(0);
  }

  @Test
  void aCheapStudyTrainsOnlyWhatItsMethodsNeed() {
    EnsembleSettings settings = settings(Start.SCRATCH, 2, EnsembleMethod.RANDOM);
    try (EnsembleStudy study = study(settings, upstream())) {
      assertThat(study.epochs()).isEqualTo(2);
      study.epoch(1);
      study.epoch(2);
      assertThat(trained).containsOnlyKeys("random-1");
      assertThat(study.results().sharedEdges()).isEmpty();
      assertThat(study.results().candidates()).isEmpty();
      assertThat(study.results().all()).hasSize(1);
    }
  }

  @Test
  void settingsThatCannotWorkAreRefused() {
    assertThatThrownBy(() -> settings(Start.SCRATCH, 7, EnsembleMethod.EDGENES))
        .hasMessageContaining("size 7 exceeds pool 6")
        .hasMessageContaining("the largest size is 6");
    assertThatThrownBy(() -> settings(Start.SCRATCH, 4, EnsembleMethod.NES_RANDOM))
        .hasMessageContaining("size 4 exceeds random_pool 3");
    assertThatThrownBy(() -> settings(Start.SCRATCH, 2, EnsembleMethod.DARTS, EnsembleMethod.DARTS))
        .hasMessageContaining("names one method twice");
    EnsembleStudy.Upstream upstream = upstream();
    // one node of two edges with three operations: nine structures of each type of cell
    assertThatThrownBy(
            () -> study(settings(Start.SCRATCH, 82, EnsembleMethod.RANDOM_ENSEMBLE), upstream))
        .hasMessageContaining("the space has 81 different structures, and 82 random ones");
  }
}
