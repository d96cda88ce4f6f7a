package org.simplexity.method.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.simplexity.data.Seed;
import org.simplexity.space.CellType;

class ControllerTest {
  /** Two different ones of three inputs, then one of two operations. */
  private static final List<Decision> DECISIONS =
      List.of(
          new Decision(CellType.NORMAL, 3, Decision.Kind.INPUT, 3, -1),
          new Decision(CellType.NORMAL, 3, Decision.Kind.INPUT, 3, 0),
          new Decision(CellType.NORMAL, 3, Decision.Kind.OPERATION, 2, -1));

  private static final int SEQUENCES = 3 * 2 * 2;

  private static Controller controller(double bound) {
    return new Controller(DECISIONS, 4, new LogitShape(1.5, bound));
  }

  /** Large enough that probabilities are far from alike. */
  private static double[] parameters(Controller controller) {
    RandomGenerator random = new Seed(3).generator();
    return random.doubles(controller.parameterCount(), -1.5, 1.5).toArray();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 2.5})
  void gradientIsThatOfCentralDifferences(double bound) {
    Controller controller = controller(bound);
    double[] parameters = parameters(controller);
    int[] choices = {2, 0, 1};
    double[] gradient = controller.follow(parameters, choices).gradient(0.7, -1.3);
    double step = 1e-6;
    for (int i = 0; i < parameters.length; i++) {
      double[] up = parameters.clone();
      double[] down = parameters.clone();
      up[i] += step;
      down[i] -= step;
      double slope =
          (value(controller, up, choices) - value(controller, down, choices)) / (2 * step);
      assertThat(gradient[i]).as("parameter %d", i).isCloseTo(slope, within(1e-8));
    }
    double recurrent =
        Arrays.stream(gradient).limit(LstmStep.length(4)).map(Math::abs).max().orElseThrow();
    assertThat(recurrent).as("largest slope of the LSTM").isGreaterThan(1e-3);
  }

  private static double value(Controller controller, double[] parameters, int[] choices) {
    Trajectory followed = controller.follow(parameters, choices);
    return 0.7 * followed.logProbability() - 1.3 * followed.entropy();
  }

  @Test
  void probabilitiesOfAllSequencesAddUpToOneAndDrawsFollowThem() {
    Controller controller = controller(2.5);
    double[] parameters = parameters(controller);
    int draws = 20_000;
    Map<List<Integer>, Integer> counts = new HashMap<>();
    RandomGenerator random = new Seed(8).generator();
    for (int i = 0; i < draws; i++) {
      int[] c = controller.draw(parameters, random).choices();
      counts.merge(List.of(c[0], c[1], c[2]), 1, Integer::sum);
    }
    double total = 0;
    for (int code = 0; code < 18; code++) {
      int[] c = {code / 6, code / 2 % 3, code % 2};
      if (c[0] != c[1]) {
        double p = Math.exp(controller.follow(parameters, c).logProbability());
        total += p;
        double deviation = Math.sqrt(p * (1 - p) / draws);
        assertThat(counts.getOrDefault(List.of(c[0], c[1], c[2]), 0) / (double) draws)
            .as("%d %d %d", c[0], c[1], c[2])
            .isCloseTo(p, within(4.5 * deviation));
      }
    }
    assertThat(total).isCloseTo(1, within(1e-12));
    assertThat(counts).hasSizeLessThanOrEqualTo(SEQUENCES);
  }

  @Test
  void withoutParametersAllSequencesAreAlike() {
    Controller controller = controller(2.5);
    double[] zero = new double[controller.parameterCount()];
    Trajectory followed = controller.follow(zero, new int[] {1, 2, 0});
    assertThat(followed.logProbability()).isCloseTo(-Math.log(SEQUENCES), within(1e-12));
    assertThat(followed.entropy()).isCloseTo(Math.log(SEQUENCES), within(1e-12));
  }

  @Test
  void aBarredChoiceCannotBeFollowed() {
    Controller controller = controller(2.5);
    double[] parameters = parameters(controller);
    assertThatThrownBy(() -> controller.follow(parameters, new int[] {1, 1, 0}))
        .hasMessageContaining("choice 1 at place 1");
  }
}
