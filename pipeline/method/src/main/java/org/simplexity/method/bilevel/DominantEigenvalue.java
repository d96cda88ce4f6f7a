package org.simplexity.method.bilevel;

import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;

/**
 * The eigenvalue of largest absolute value of a symmetric matrix, by power iteration: v ← Hv /
 * ‖Hv‖, λ = vᵀHv, until ‖Hv − λv‖ ≤ tolerance · |λ|.
 *
 * <p>By the residual bound some eigenvalue lies within tolerance · |λ| of the result. A pair of
 * eigenvalues λ and −λ never converges, and the result says so. Used on ∇²_h Q (Zela et al. 2020,
 * §3.2), see {@link HessianVectorProduct#ofOuterHyperparameters}.
 *
 * @param iterations most products with H, at least 1
 * @param tolerance relative residual, positive
 */
public record DominantEigenvalue(int iterations, double tolerance) {
  /** Checks the bounds. */
  public DominantEigenvalue {
    if (iterations < 1) {
      throw new IllegalArgumentException("iterations " + iterations + " must be at least 1");
    }
    if (!(tolerance > 0)) {
      throw new IllegalArgumentException("tolerance " + tolerance + " must be positive");
    }
  }

  /** A hundred products, residual 1e-3: two digits are enough to see an eigenvalue grow. */
  public static DominantEigenvalue defaults() {
    return new DominantEigenvalue(100, 1e-3);
  }

  /**
   * What power iteration found.
   *
   * @param value λ
   * @param residual ‖Hv − λv‖
   * @param products products with H that were taken
   * @param converged whether the residual is within the tolerance
   */
  public record Estimate(double value, double residual, int products, boolean converged) {}

  /**
   * Iterates from a random direction.
   *
   * @param hessian v ↦ Hv, symmetric
   * @param length of v, at least 1
   * @param random where the first direction comes from
   * @throws IllegalArgumentException if length is below 1
   */
  public Estimate of(UnaryOperator<double[]> hessian, int length, RandomGenerator random) {
    if (length < 1) {
      throw new IllegalArgumentException("length " + length + " must be at least 1");
    }
    double[] image = DoubleStream.generate(random::nextGaussian).limit(length).toArray();
    Estimate estimate = new Estimate(0, Double.POSITIVE_INFINITY, 0, false);
    while (!estimate.converged() && estimate.products() < iterations) {
      double[] direction = FlatAlgebra.times(1 / FlatAlgebra.norm(image), image);
      image = hessian.apply(direction);
      estimate = estimate(direction, image, estimate.products() + 1);
    }
    return estimate;
  }

  private Estimate estimate(double[] direction, double[] image, int products) {
    double value = FlatAlgebra.dot(direction, image);
    double residual = FlatAlgebra.norm(FlatAlgebra.plus(image, -value, direction));
    return new Estimate(value, residual, products, residual <= tolerance * Math.abs(value));
  }
}
