package org.simplexity.method.bilevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.simplexity.kernel.GradientTarget;

/** What every outer gradient keeps, each against the function whose gradient it claims to be. */
class OuterGradientContractTest {
  private final Quadratic quadratic = Quadratic.random(5);
  private final double[] h = Quadratic.vector(new Random(6), Quadratic.HYPERPARAMETERS).toArray();
  private final double[] anywhere = Quadratic.vector(new Random(7), Quadratic.WEIGHTS).toArray();

  @ParameterizedTest
  @MethodSource("org.simplexity.method.bilevel.Claim#all")
  void isTheGradientOfWhatItClaimsOnAQuadraticProblem(Claim claim) {
    double[] solved = quadratic.solution(h, anywhere);
    assertThat(claim.method().at(quadratic, solved, h).hyperparameters())
        .containsExactly(claim.differences(quadratic, solved, h), within(1e-8));
  }

  @ParameterizedTest
  @MethodSource("org.simplexity.method.bilevel.Claim#all")
  void isTheGradientOfWhatItClaimsOnAPerceptronWithAPrecisionPerLayer(Claim claim) {
    try (RegularisedPerceptron problem = RegularisedPerceptron.byLayer(new Random(2))) {
      agreeAtTheSolution(claim, problem);
    }
  }

  @ParameterizedTest
  @MethodSource("org.simplexity.method.bilevel.Claim#all")
  void isTheGradientOfWhatItClaimsOnAPerceptronWithAPrecisionPerWeight(Claim claim) {
    try (RegularisedPerceptron problem = RegularisedPerceptron.byWeight(new Random(2))) {
      agreeAtTheSolution(claim, problem);
    }
  }

  private static void agreeAtTheSolution(Claim claim, RegularisedPerceptron problem) {
    Random random = new Random(4);
    double[] precisions = random.doubles(problem.hyperparameters(), -3, -2).toArray();
    double[] near = problem.descend(precisions, problem.weightsOf(random));
    double[] solved = problem.solution(precisions, near);
    assertThat(FlatAlgebra.norm(problem.slope(solved, precisions))).isLessThan(1e-10);
    assertThat(FlatAlgebra.norm(solved)).as("not the trivial solution").isGreaterThan(1);
    assertThat(claim.method().at(problem, solved, precisions).hyperparameters())
        .containsExactly(claim.differences(problem, solved, precisions), within(1e-7));
  }

  @ParameterizedTest
  @MethodSource("org.simplexity.method.bilevel.Claim#all")
  void givesTheLossThatItIsTheGradientOf(Claim claim) {
    double[] solved = quadratic.solution(h, anywhere);
    assertThat(claim.method().at(quadratic, solved, h).value())
        .isCloseTo(claim.value(quadratic, solved, h), within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("org.simplexity.method.bilevel.Claim#all")
  void isOfFirstOrderWhereTheInnerLossDoesNotDependOnH(Claim claim) {
    Quadratic uncoupled = quadratic.withoutCoupling();
    double[] solved = uncoupled.solution(h, anywhere);
    double[] partial = uncoupled.outer(solved, h, GradientTarget.STRUCTURE).hyperparameters();
    assertThat(claim.method().at(uncoupled, solved, h).hyperparameters())
        .containsExactly(partial, within(1e-8));
  }

  @ParameterizedTest
  @MethodSource("org.simplexity.method.bilevel.Claim#all")
  void isOfFirstOrderWhereTheOuterLossDoesNotDependOnTheWeights(Claim claim) {
    Quadratic weightless = quadratic.withoutWeightsOutside();
    double[] partial = weightless.outer(anywhere, h, GradientTarget.STRUCTURE).hyperparameters();
    assertThat(claim.method().at(weightless, anywhere, h).hyperparameters())
        .containsExactly(partial);
  }

  @ParameterizedTest
  @MethodSource("org.simplexity.method.bilevel.Claim#all")
  void leavesItsArgumentsAloneAndRepeatsItself(Claim claim) {
    double[] weights = anywhere.clone();
    double[] hyperparameters = h.clone();
    Gradients first = claim.method().at(quadratic, weights, hyperparameters);
    Gradients second = claim.method().at(quadratic, weights, hyperparameters);
    assertThat(weights).containsExactly(anywhere);
    assertThat(hyperparameters).containsExactly(h);
    assertThat(second.hyperparameters()).containsExactly(first.hyperparameters());
    assertThat(first.weights()).isEmpty();
  }
}
