package org.simplexity.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.simplexity.data.Seed;

class StructureSearchTest {
  private static final LabelledImages IMAGES = Stripes.images();
  private static final Conditions CONDITIONS = new Conditions(2, new Seed(5));

  private static SearchSettings settings(int epochs, int warmUp) {
    SearchSettings base = SearchSettings.defaults();
    OptimiserSettings slow = base.structure();
    OptimiserSettings structure =
        new OptimiserSettings(
            slow.kind(),
            0.05,
            slow.momentum(),
            slow.beta1(),
            slow.beta2(),
            slow.weightDecay(),
            slow.clipNorm(),
            slow.clipValue(),
            slow.schedule());
    return base.withEpochs(epochs, 15, warmUp).withOptimisers(base.weights(), structure);
  }

  private static StructureSearch search(SearchSettings settings, Conditions conditions) {
    return new StructureSearch(Stripes.space(), IMAGES, settings, conditions);
  }

  @Test
  void learnsToTellStripesApart() {
    try (StructureSearch search = search(settings(12, 0), CONDITIONS)) {
      SearchEpoch first = search.epoch(1);
      SearchEpoch last = first;
      for (int epoch = 2; epoch <= 12; epoch++) {
        last = search.epoch(epoch);
      }
      assertThat(last.train().loss()).isLessThan(first.train().loss() / 2);
      assertThat(last.validation().accuracy()).isGreaterThan(0.8);
    }
  }

  @Test
  void startsNearTheCentreOfEverySimplex() {
    try (StructureSearch search = search(settings(1, 0), CONDITIONS)) {
      assertThat(search.structure().gamma())
          .hasSize(2 * 5 * 4)
          .containsOnly(new double[] {.25}, within(2e-3));
    }
  }

  @Test
  void leavesTheStructureAloneWhileItWarmsUp() {
    try (StructureSearch search = search(settings(2, 1), CONDITIONS)) {
      double[] start = search.structure().alpha();
      search.epoch(1);
      assertThat(search.structure().alpha()).containsExactly(start);
      search.epoch(2);
      assertThat(search.structure().alpha()).isNotEqualTo(start);
    }
  }

  @Test
  void goesOnBitForBitFromAState() {
    try (StructureSearch undisturbed = search(settings(3, 0), CONDITIONS);
        StructureSearch stopped = search(settings(3, 0), CONDITIONS);
        StructureSearch resumed = search(settings(3, 0), CONDITIONS)) {
      undisturbed.epoch(1);
      undisturbed.epoch(2);
      SearchEpoch expected = undisturbed.epoch(3);
      stopped.epoch(1);
      stopped.epoch(2);
      resumed.restore(stopped.state());
      assertThat(resumed.epoch(3)).isEqualTo(expected);
      assertSame(resumed.state(), undisturbed.state());
    }
  }

  @Test
  void givesTheSameBitsOnAnyNumberOfThreads() {
    try (StructureSearch one = search(settings(2, 0), new Conditions(1, CONDITIONS.seed()));
        StructureSearch two = search(settings(2, 0), CONDITIONS)) {
      assertThat(one.epoch(1)).isEqualTo(two.epoch(1));
      assertSame(one.state(), two.state());
    }
  }

  @Test
  void anotherSeedGivesAnotherSearch() {
    try (StructureSearch one = search(settings(1, 0), CONDITIONS);
        StructureSearch two = search(settings(1, 0), new Conditions(2, new Seed(6)))) {
      assertThat(one.epoch(1)).isNotEqualTo(two.epoch(1));
    }
  }

  @Test
  void saysWhereItDiverged() {
    OptimiserSettings base = OptimiserSettings.weights();
    OptimiserSettings wild =
        new OptimiserSettings(
            base.kind(), 1e30, .9, .9, .999, 0, 0, 0, ScheduleSettings.constant());
    SearchSettings settings =
        SearchSettings.defaults().withEpochs(2, 15, 0).withOptimisers(wild, base);
    try (StructureSearch search = search(settings, CONDITIONS)) {
      assertThatThrownBy(
              () -> {
                search.epoch(1);
                search.epoch(2);
              })
          .isInstanceOf(DivergedException.class)
          .hasMessageContaining("epoch")
          .hasMessageContaining("learning_rate");
    }
  }

  @Test
  void refusesABatchLargerThanASplit() {
    SearchSettings base = settings(1, 0);
    SearchSettings large = base.withEpochs(1, 61, 0);
    assertThatThrownBy(() -> search(large, CONDITIONS))
        .hasMessageContaining("batch 61")
        .hasMessageContaining("validation split: 60 images");
  }

  private static void assertSame(MethodState one, MethodState other) {
    Map<String, double[]> expected = other.arrays();
    assertThat(one.arrays().keySet()).isEqualTo(expected.keySet());
    one.arrays()
        .forEach((name, array) -> assertThat(array).as(name).containsExactly(expected.get(name)));
  }
}
