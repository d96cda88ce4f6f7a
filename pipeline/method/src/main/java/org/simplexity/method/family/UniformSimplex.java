package org.simplexity.method.family;

import java.util.random.RandomGenerator;

/**
 * S ~ U(Δ^{K−1}): S = E / Σ E of independent E_k ~ Exp(1) (vector complexity, "problem statement").
 *
 * <p>E S_k = 1/K, Var S_k = (K − 1) / (K² (K + 1)), Cov(S_j, S_k) = −1 / (K² (K + 1)).
 *
 * @param operations K
 */
public record UniformSimplex(int operations) {
  /** Checks K. */
  public UniformSimplex {
    if (operations < 1) {
      throw new IllegalArgumentException("operations " + operations + " must be at least 1");
    }
  }

  /**
   * One S; every coordinate is positive.
   *
   * @param random where it comes from; the same generator gives the same S
   */
  public double[] draw(RandomGenerator random) {
    double[] draw = new double[operations];
    double sum = 0;
    for (int k = 0; k < operations; k++) {
      draw[k] = exponential(random);
      sum += draw[k];
    }
    for (int k = 0; k < operations; k++) {
      draw[k] /= sum;
    }
    return draw;
  }

  private static double exponential(RandomGenerator random) {
    double uniform = random.nextDouble();
    while (uniform == 0) {
      uniform = random.nextDouble();
    }
    return -Math.log(uniform);
  }
}
