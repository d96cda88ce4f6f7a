package org.simplexity.method.bilevel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.simplexity.kernel.GradientTarget;

/** A problem is asked only for the gradients that a method needs. */
class OuterGradientCostTest {
  private static final DifferenceStep STEP = DifferenceStep.doublePrecision();
  private static final double[] WEIGHTS = {1, -2, 0.5, 0, 3, 1};
  private static final double[] HYPERPARAMETERS = {1, 0, -1, 2};

  /** A problem that writes down what it is asked. */
  private record Listening(Quadratic problem, List<String> calls) implements BilevelProblem {
    @Override
    public int weights() {
      return problem.weights();
    }

    @Override
    public int hyperparameters() {
      return problem.hyperparameters();
    }

    @Override
    public Gradients inner(double[] weights, double[] hyperparameters, GradientTarget target) {
      calls.add("L " + target);
      return problem.inner(weights, hyperparameters, target);
    }

    @Override
    public Gradients outer(double[] weights, double[] hyperparameters, GradientTarget target) {
      calls.add("Q " + target);
      return problem.outer(weights, hyperparameters, target);
    }
  }

  private static List<String> calls(OuterGradient method, Quadratic problem) {
    Listening listening = new Listening(problem, new ArrayList<>());
    method.at(listening, WEIGHTS, HYPERPARAMETERS);
    return listening.calls();
  }

  private static List<String> calls(OuterGradient method) {
    return calls(method, Quadratic.random(1));
  }

  @Test
  void firstOrderAsksForOneGradient() {
    assertThat(calls(new FirstOrder())).containsExactly("Q STRUCTURE");
  }

  @Test
  void unrolledAsksForTwoInTheWeightsAndThreeInH() {
    assertThat(calls(Unrolled.ofRate(0.1)))
        .containsExactly("L WEIGHTS", "Q BOTH", "L STRUCTURE", "L STRUCTURE");
  }

  @Test
  void everyTermOfTheSeriesAsksForTwoGradientsInTheWeights() {
    assertThat(calls(new Neumann(0, 0.1, STEP)))
        .containsExactly("Q BOTH", "L STRUCTURE", "L STRUCTURE");
    assertThat(calls(new Neumann(1, 0.1, STEP)))
        .containsExactly("Q BOTH", "L WEIGHTS", "L WEIGHTS", "L STRUCTURE", "L STRUCTURE");
  }

  @Test
  void conjugateGradientsEndWithinTheDimension() {
    long products =
        calls(new ConjugateGradients(50, 1e-6, 0, STEP)).stream()
            .filter("L WEIGHTS"::equals)
            .count();
    assertThat(products).isBetween(2L, 2L * Quadratic.WEIGHTS);
  }

  @Test
  void nothingIsAskedOfLWhereQDoesNotDependOnTheWeights() {
    Quadratic weightless = Quadratic.random(1).withoutWeightsOutside();
    assertThat(calls(new Neumann(3, 0.1, STEP), weightless)).containsExactly("Q BOTH");
    assertThat(calls(new ConjugateGradients(3, 0, 0, STEP), weightless)).containsExactly("Q BOTH");
    assertThat(calls(Unrolled.ofRate(0.1), weightless)).containsExactly("L WEIGHTS", "Q BOTH");
  }
}
