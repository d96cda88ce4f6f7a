package org.simplexity.method.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.simplexity.kernel.GradientTarget;
import org.simplexity.method.bilevel.BilevelProblem;
import org.simplexity.method.bilevel.Gradients;

class QuasiNewtonTest {
  /** (h − w_1)² + 100 (w_2 − w_1²)², the function of Rosenbrock; its minimum is (h, h²). */
  private static final BilevelProblem ROSENBROCK =
      new BilevelProblem() {
        @Override
        public int weights() {
          return 2;
        }

        @Override
        public int hyperparameters() {
          return 1;
        }

        @Override
        public Gradients inner(double[] w, double[] h, GradientTarget target) {
          double away = h[0] - w[0];
          double off = w[1] - w[0] * w[0];
          double[] slope = {-2 * away - 400 * w[0] * off, 200 * off};
          return new Gradients(away * away + 100 * off * off, slope, new double[] {2 * away});
        }

        @Override
        public Gradients outer(double[] w, double[] h, GradientTarget target) {
          throw new UnsupportedOperationException("the inner optimisation does not ask for Q");
        }
      };

  @Test
  void findsTheEndOfTheCurvedValley() {
    assertThat(QuasiNewton.defaults().improve(ROSENBROCK, new double[] {-1.2, 1}, new double[] {1}))
        .containsExactly(new double[] {1, 1}, within(1e-7));
    assertThat(QuasiNewton.defaults().improve(ROSENBROCK, new double[] {-1.2, 1}, new double[] {2}))
        .containsExactly(new double[] {2, 4}, within(1e-7));
  }

  @Test
  void gradientDescentGoesDownhillByItsRate() {
    assertThat(
            new GradientDescent(1, 0.001)
                .improve(ROSENBROCK, new double[] {0, 0}, new double[] {1}))
        .containsExactly(0.002, 0);
  }

  @Test
  void settingsAreChecked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new QuasiNewton(0, 1, 1))
        .withMessage("iterations 0 and memory 1 must be at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GradientDescent(1, 0))
        .withMessage("rate 0.0 must be positive and finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TwoLevelSettings(1, 0.1, 0, -1))
        .withMessage("rate 0.1 and limit -1.0 must be positive, rate finite");
  }
}
