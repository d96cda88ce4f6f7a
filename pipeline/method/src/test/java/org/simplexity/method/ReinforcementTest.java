package org.simplexity.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.simplexity.data.Seed;
import org.simplexity.method.controller.Controller;
import org.simplexity.method.controller.DecisionSequence;
import org.simplexity.method.controller.LogitShape;

/** The controller against rewards whose best structure is known. */
class ReinforcementTest {
  private static final DecisionSequence SEQUENCE = DecisionSequence.of(Stripes.space().structure());

  private static ControllerSettings settings(double entropyWeight) {
    ControllerSettings base = ControllerSettings.defaults();
    return new ControllerSettings(
        12, base.optimiser(), 0.9, entropyWeight, 1, 0, base.steps(), 8, base.candidates());
  }

  private static Reinforcement start(ControllerSettings settings) {
    Controller controller =
        new Controller(SEQUENCE.decisions(), settings.hidden(), new LogitShape(1, 0));
    double[] initial = controller.initial(new Seed(4).generator());
    return new Reinforcement(controller, settings, initial, 1);
  }

  /** Share of operations, places 2 and 3 of every four, that are number 1. */
  private static double reward(int[] choices) {
    double hits = 0;
    for (int t = 0; t < choices.length; t++) {
      hits += t % 4 >= 2 && choices[t] == 1 ? 1 : 0;
    }
    return hits / (choices.length / 2.0);
  }

  @Test
  void learnsTheOperationThatIsRewarded() {
    Reinforcement learned = start(settings(0));
    double first = learned.take(ReinforcementTest::reward, 1, new Seed(0).generator());
    double last = 0;
    for (int step = 1; step <= 300; step++) {
      last = learned.take(ReinforcementTest::reward, 1, new Seed(step).generator());
    }
    assertThat(first).as("one of three operations").isCloseTo(1.0 / 3, within(0.15));
    assertThat(last).isGreaterThan(0.9);
    assertThat(learned.baseline()).isCloseTo(last, within(0.1));
  }

  @Test
  void entropyAloneSpreadsTheChoices() {
    Reinforcement learned = start(settings(1));
    double before = learned.draw(new Seed(1).generator()).entropy();
    for (int step = 0; step < 60; step++) {
      learned.take(choices -> 0.5, 1, new Seed(step).generator());
    }
    double after = learned.draw(new Seed(1).generator()).entropy();
    double most = 2 * (Math.log(2) + Math.log(3) + Math.log(2)) + 8 * Math.log(3);
    assertThat(after).isGreaterThan(before).isCloseTo(most, within(0.05));
  }
}
