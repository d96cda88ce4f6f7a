package org.simplexity.method.bilevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.simplexity.kernel.GradientTarget;

/** Closed forms: ∇_h Q − Bᵀ M ∇_w Q, where M is what the method puts for H⁻¹. */
class QuadraticHypergradientTest {
  private static final DifferenceStep STEP = DifferenceStep.doublePrecision();
  private static final double RATE = 0.25;
  private final Quadratic problem = Quadratic.random(8);
  private final double[] h = Quadratic.vector(new Random(9), Quadratic.HYPERPARAMETERS).toArray();
  private final double[] w = Quadratic.vector(new Random(10), Quadratic.WEIGHTS).toArray();

  private double[] closedForm(RealMatrix inverse, double[] at) {
    Gradients outer = problem.outer(at, h, GradientTarget.BOTH);
    RealVector answer = inverse.operate(new ArrayRealVector(outer.weights()));
    return new ArrayRealVector(outer.hyperparameters())
        .subtract(problem.mixed().transpose().operate(answer))
        .toArray();
  }

  private static RealMatrix identity() {
    return MatrixUtils.createRealIdentityMatrix(Quadratic.WEIGHTS);
  }

  private static RealMatrix inverse(RealMatrix matrix) {
    return new LUDecomposition(matrix).getSolver().getInverse();
  }

  @Test
  void conjugateGradientsAreExact() {
    assertThat(new ConjugateGradients(6, 0, 0, STEP).at(problem, w, h).hyperparameters())
        .containsExactly(closedForm(inverse(problem.hessian()), w), within(1e-7));
  }

  @Test
  void dampingIsAddedToTheHessian() {
    RealMatrix damped = problem.hessian().add(identity().scalarMultiply(0.5));
    assertThat(new ConjugateGradients(6, 0, 0.5, STEP).at(problem, w, h).hyperparameters())
        .containsExactly(closedForm(inverse(damped), w), within(1e-7));
  }

  @Test
  void theNeumannSeriesIsThatOfItsTerms() {
    RealMatrix series = identity().scalarMultiply(RATE);
    RealMatrix power = identity();
    for (int i = 1; i <= 3; i++) {
      power = power.multiply(identity().subtract(problem.hessian().scalarMultiply(RATE)));
      series = series.add(power.scalarMultiply(RATE));
    }
    assertThat(new Neumann(3, RATE, STEP).at(problem, w, h).hyperparameters())
        .containsExactly(closedForm(series, w), within(1e-7));
  }

  @Test
  void unrolledIsTheSeriesOfOneTermAtTheUnrolledWeights() {
    double[] descent = problem.inner(w, h, GradientTarget.WEIGHTS).weights();
    double[] stepped = FlatAlgebra.plus(w, -RATE, descent);
    assertThat(Unrolled.ofRate(RATE).at(problem, w, h).hyperparameters())
        .containsExactly(closedForm(identity().scalarMultiply(RATE), stepped), within(1e-10));
  }

  @Test
  void aTooHighRateOfTheSeriesDoesNotConverge() {
    double[] exact = closedForm(inverse(problem.hessian()), w);
    double[] far = new Neumann(60, 2.5, STEP).at(problem, w, h).hyperparameters();
    assertThat(FlatAlgebra.norm(FlatAlgebra.plus(far, -1, exact))).isGreaterThan(1e3);
  }

  @Test
  void conjugateGradientsFallBackToFirstOrderWhereTheInnerLossCurvesDownward() {
    Quadratic concave =
        new Quadratic(
            problem.hessian().scalarMultiply(-1),
            problem.mixed(),
            problem.slope(),
            problem.outerHessian(),
            problem.outerMixed(),
            problem.target());
    assertThat(new ConjugateGradients(6, 0, 0, STEP).at(concave, w, h).hyperparameters())
        .containsExactly(concave.outer(w, h, GradientTarget.STRUCTURE).hyperparameters());
  }
}
