package org.simplexity.method.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.simplexity.kernel.GradientTarget;
import org.simplexity.method.DivergedException;
import org.simplexity.method.bilevel.BilevelProblem;
import org.simplexity.method.bilevel.FirstOrder;
import org.simplexity.method.bilevel.Gradients;

class TwoLevelOptimisationTest {
  /** L = ½ (w − h)², Q = ½ (h − goal)² at the slope that the test gives it. */
  private record Parabolas(double goal, double slope) implements BilevelProblem {
    @Override
    public int weights() {
      return 1;
    }

    @Override
    public int hyperparameters() {
      return 1;
    }

    @Override
    public Gradients inner(double[] w, double[] h, GradientTarget target) {
      double away = w[0] - h[0];
      return new Gradients(away * away / 2, new double[] {away}, new double[] {-away});
    }

    @Override
    public Gradients outer(double[] w, double[] h, GradientTarget target) {
      double away = h[0] - goal;
      return new Gradients(away * away / 2, new double[1], new double[] {slope * away});
    }
  }

  private static TwoLevelResult run(BilevelProblem problem, int steps) {
    TwoLevelSettings settings = new TwoLevelSettings(steps, 0.5, 1e-6, 3);
    return new TwoLevelOptimisation(QuasiNewton.defaults(), new FirstOrder(), settings)
        .run(problem, new double[] {7}, new double[] {0});
  }

  @Test
  void stepsAreThoseOfGradientDescentAndWeightsFollow() {
    TwoLevelResult result = run(new Parabolas(2, 1), 3);
    assertThat(result.hyperparameters()).containsExactly(1 + 0.5 + 0.25);
    assertThat(result.weights()).containsExactly(new double[] {1.75}, within(1e-8));
    assertThat(result.steps()).isEqualTo(3);
    assertThat(result.converged()).isFalse();
  }

  @Test
  void endsWhereNothingMovesAnyMore() {
    TwoLevelResult result = run(new Parabolas(2, 1), 1000);
    assertThat(result.converged()).isTrue();
    assertThat(result.steps()).isLessThan(30);
    assertThat(result.hyperparameters()).containsExactly(new double[] {2}, within(1e-5));
  }

  @Test
  void hyperparametersStayWithinTheirLimit() {
    assertThat(run(new Parabolas(20, 1), 1000).hyperparameters()).containsExactly(3);
    assertThat(run(new Parabolas(-20, 1), 1000).hyperparameters()).containsExactly(-3);
  }

  @Test
  void aGradientThatIsNotFiniteEndsTheRun() {
    assertThatExceptionOfType(DivergedException.class)
        .isThrownBy(() -> run(new Parabolas(2, Double.NaN), 5))
        .withMessage("outer gradient NaN of hyperparameter 0 at 0.0 is not finite");
  }
}
