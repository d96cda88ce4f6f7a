package org.simplexity.method.bilevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.simplexity.kernel.GradientTarget;

/** The gradient of DARTS on a whole cell against differences of the unrolled loss. */
class CellHypergradientTest {
  private static final double RATE = 0.05;
  private static final double STEP = 1e-6;

  @Test
  void unrolledIsTheGradientOfTheLossAfterOneStep() {
    Random random = new Random(21);
    try (CellProblem problem = CellProblem.random(random)) {
      double[] weights = problem.weightsOf(random);
      double[] gamma = problem.structureOf(random);
      double[] gradient = new Unrolled(RATE, 1e-5).at(problem, weights, gamma).hyperparameters();
      double[] differences = new double[gamma.length];
      for (int k = 0; k < gamma.length; k++) {
        double[] unit = new double[gamma.length];
        unit[k] = STEP;
        differences[k] =
            (unrolled(problem, weights, FlatAlgebra.plus(gamma, 1, unit))
                    - unrolled(problem, weights, FlatAlgebra.plus(gamma, -1, unit)))
                / (2 * STEP);
      }
      double size = FlatAlgebra.norm(differences);
      assertThat(gradient).containsExactly(differences, within(1e-4 * size));
      double[] first = new FirstOrder().at(problem, weights, gamma).hyperparameters();
      assertThat(FlatAlgebra.norm(FlatAlgebra.plus(first, -1, differences)))
          .as("the step matters")
          .isGreaterThan(0.02 * size);
    }
  }

  private static double unrolled(CellProblem problem, double[] weights, double[] gamma) {
    double[] descent = problem.inner(weights, gamma, GradientTarget.WEIGHTS).weights();
    double[] stepped = FlatAlgebra.plus(weights, -RATE, descent);
    return problem.outer(stepped, gamma, GradientTarget.STRUCTURE).value();
  }
}
