package org.simplexity.method.bilevel;

import java.util.function.UnaryOperator;

/**
 * Implicit gradient with conjugate gradients for the inverse Hessian: ∇_h Q − ∇_h∇_w L · x, (H +
 * damping · I) x = ∇_w Q (Pedregosa 2016, §2; Rajeswaran et al. 2019, §3.1).
 *
 * <p>Iterations end when the residual falls to {@code tolerance} of the right-hand side, or at a
 * direction along which H + damping · I does not curve upward: what has been found by then stands,
 * and if that is nothing, the gradient is the first-order one. One gradient of Q in both, up to 2 ·
 * iterations gradients of L in w and two in h.
 *
 * @param iterations most iterations, at least 1
 * @param tolerance relative residual at which they end, at least 0
 * @param damping added to the Hessian, at least 0
 * @param step of the differences
 */
public record ConjugateGradients(
    int iterations, double tolerance, double damping, DifferenceStep step)
    implements OuterGradient {
  /** Checks the bounds. */
  public ConjugateGradients {
    if (iterations < 1) {
      throw new IllegalArgumentException("iterations " + iterations + " must be at least 1");
    }
    if (!(tolerance >= 0) || !(damping >= 0) || Double.isInfinite(damping)) {
      throw new IllegalArgumentException(
          "tolerance %s and damping %s must be at least 0, damping finite"
              .formatted(tolerance, damping));
    }
  }

  @Override
  public Gradients at(BilevelProblem problem, double[] weights, double[] hyperparameters) {
    return new ImplicitGradient(step).at(problem, weights, hyperparameters, this::solve);
  }

  private double[] solve(UnaryOperator<double[]> hessian, double[] right) {
    double[] solution = new double[right.length];
    double[] residual = right;
    double[] direction = right;
    double square = FlatAlgebra.dot(right, right);
    double goal = tolerance * tolerance * square;
    for (int i = 0; i < iterations && square > goal; i++) {
      double[] image = FlatAlgebra.plus(hessian.apply(direction), damping, direction);
      double curvature = FlatAlgebra.dot(direction, image);
      if (!(curvature > 0)) {
        break;
      }
      solution = FlatAlgebra.plus(solution, square / curvature, direction);
      residual = FlatAlgebra.plus(residual, -square / curvature, image);
      double next = FlatAlgebra.dot(residual, residual);
      direction = FlatAlgebra.plus(residual, next / square, direction);
      square = next;
    }
    return solution;
  }
}
