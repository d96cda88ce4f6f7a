package org.simplexity.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.simplexity.data.Seed;
import org.simplexity.kernel.Network;
import org.simplexity.space.CellSpace;
import org.simplexity.space.Form;
import org.simplexity.space.Genotype;

class ControllerSearchTest {
  private static final LabelledImages IMAGES = Stripes.images();
  private static final CellSpace SPACE = Stripes.space();
  private static final Conditions CONDITIONS = new Conditions(2, new Seed(5));

  private static SearchSettings settings(SearchStrategy strategy, int epochs, int warmUp) {
    ControllerSettings base = ControllerSettings.defaults();
    ControllerSettings small =
        new ControllerSettings(
            8,
            base.optimiser(),
            base.baselineDecay(),
            base.entropyWeight(),
            base.temperature(),
            base.logitBound(),
            3,
            2,
            4);
    return SearchSettings.defaults().withEpochs(epochs, 15, warmUp).withStrategy(strategy, small);
  }

  private static ControllerSearch search(SearchSettings settings, Conditions conditions) {
    return new ControllerSearch(SPACE, IMAGES, settings, conditions);
  }

  @ParameterizedTest
  @EnumSource(value = SearchStrategy.class, names = "GRADIENT", mode = EnumSource.Mode.EXCLUDE)
  void goesOnBitForBitFromAState(SearchStrategy strategy) {
    SearchSettings settings = settings(strategy, 3, 0);
    try (ControllerSearch undisturbed = search(settings, CONDITIONS);
        ControllerSearch stopped = search(settings, new Conditions(1, CONDITIONS.seed()));
        ControllerSearch resumed = search(settings, CONDITIONS)) {
      undisturbed.epoch(1);
      undisturbed.epoch(2);
      stopped.epoch(1);
      resumed.restore(stopped.state());
      resumed.epoch(2);
      assertThat(resumed.epoch(3)).isEqualTo(undisturbed.epoch(3));
      assertSame(resumed.state(), undisturbed.state());
    }
  }

  @Test
  void whatIsFoundIsADiscreteNetworkThatAnswersAsTheSupernetDoes() {
    try (ControllerSearch search = search(settings(SearchStrategy.RANDOM, 8, 0), CONDITIONS)) {
      ControllerEpoch first = search.epoch(1);
      ControllerEpoch last = first;
      for (int epoch = 2; epoch <= 8; epoch++) {
        last = search.epoch(epoch);
      }
      assertThat(last.train().loss()).isLessThan(first.train().loss());
      assertThat(last.learning().reward()).isEmpty();
      Genotype genotype =
          new Discretisation(search.layout(), DiscretisationSettings.defaults())
              .apply(search.gamma());
      Network discrete = SPACE.discrete(genotype, Form.INHERITED);
      Score alone =
          Evaluation.score(
              discrete,
              NetworkVectors.inherited(search.supernet(), search.weights(), discrete),
              new double[0],
              new Evaluation.Subject(IMAGES.prepared().validation(), IMAGES, 15),
              CONDITIONS);
      assertThat(alone.accuracy()).isEqualTo(last.validation().accuracy());
      assertThat(alone.loss()).isCloseTo(last.validation().loss(), within(1e-4));
    }
  }

  @Test
  void sharesAreThoseOfTwoEdgesANode() {
    try (ControllerSearch search = search(settings(SearchStrategy.RANDOM, 2, 0), CONDITIONS)) {
      ControllerEpoch epoch = search.epoch(1);
      int operations = search.layout().operations().size();
      double chosen = 0;
      for (int i = 0; i < epoch.shares().size(); i++) {
        chosen += i % operations == 0 ? 0 : epoch.shares().get(i);
      }
      assertThat(chosen).as("2 cells of 2 nodes of 2 edges").isCloseTo(8, within(1e-9));
      assertThat(epoch.learning().entropy())
          .isCloseTo(2 * (Math.log(2) + Math.log(3) + Math.log(2)) + 8 * Math.log(3), within(1e-9));
    }
  }

  @Test
  void theControllerStandsStillWhileTheWeightsWarmUp() {
    SearchSettings settings = settings(SearchStrategy.REINFORCEMENT, 2, 1);
    try (ControllerSearch search = search(settings, CONDITIONS)) {
      double[] start = search.state().array("controller");
      assertThat(search.epoch(1).learning().reward()).isEmpty();
      assertThat(search.state().array("controller")).containsExactly(start);
      assertThat(search.epoch(2).learning().reward()).isPresent();
      assertThat(search.state().array("controller")).isNotEqualTo(start);
    }
  }

  @Test
  void gradientsOfTheFoundStructureAreRightAndTheirCheckChangesNothing() {
    SearchSettings settings = settings(SearchStrategy.RANDOM, 1, 0);
    try (ControllerSearch search = search(settings, CONDITIONS)) {
      search.epoch(1);
      MethodState before = search.state();
      assertThat(search.gradientErrors().largest()).isLessThan(0.1);
      assertSame(search.state(), before);
    }
  }

  private static void assertSame(MethodState one, MethodState other) {
    Map<String, double[]> expected = other.arrays();
    assertThat(one.arrays().keySet()).isEqualTo(expected.keySet());
    one.arrays()
        .forEach((name, array) -> assertThat(array).as(name).containsExactly(expected.get(name)));
  }
}
