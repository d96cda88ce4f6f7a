package org.simplexity.method.bilevel;

import java.util.function.UnaryOperator;

/**
 * Implicit gradient with a Neumann series for the inverse Hessian:
 *
 * <pre>∇_h Q − ∇_h∇_w L · H⁻¹ ∇_w Q,   H⁻¹ v ≈ rate · Σ_{i=0}^{terms} (I − rate · H)ⁱ v</pre>
 *
 * <p>(Lorraine, Vicol, Duvenaud 2020, §3 and algorithm 3). It converges if every eigenvalue of H
 * lies in (0, 2 / rate); {@code terms} = 0 takes H = I / rate, which is {@link Unrolled} at a
 * minimum of L. One gradient of Q in both, 2 · terms gradients of L in w and two in h.
 *
 * @param terms last power of the series, at least 0
 * @param rate positive, below 2 / (largest eigenvalue of H)
 * @param step of the differences
 */
public record Neumann(int terms, double rate, DifferenceStep step) implements OuterGradient {
  /** Checks the bounds. */
  public Neumann {
    if (terms < 0) {
      throw new IllegalArgumentException("terms " + terms + " must be at least 0");
    }
    if (!(rate > 0) || Double.isInfinite(rate)) {
      throw new IllegalArgumentException("rate " + rate + " must be positive and finite");
    }
  }

  @Override
  public Gradients at(BilevelProblem problem, double[] weights, double[] hyperparameters) {
    return new ImplicitGradient(step).at(problem, weights, hyperparameters, this::series);
  }

  private double[] series(UnaryOperator<double[]> hessian, double[] right) {
    double[] power = right;
    double[] sum = right;
    for (int i = 0; i < terms; i++) {
      power = FlatAlgebra.plus(power, -rate, hessian.apply(power));
      sum = FlatAlgebra.plus(sum, 1, power);
    }
    return FlatAlgebra.times(rate, sum);
  }
}
