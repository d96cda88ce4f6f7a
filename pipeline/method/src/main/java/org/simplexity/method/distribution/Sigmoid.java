package org.simplexity.method.distribution;

/** The logistic function and its logarithm, stable for arguments of any size. */
final class Sigmoid {
  private Sigmoid() {}

  /** 1 / (1 + e⁻ˣ). */
  static double of(double x) {
    return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
  }

  /** 1 / (1 + e⁻ˣ) of all coordinates. */
  static double[] of(double[] x) {
    double[] shares = new double[x.length];
    for (int k = 0; k < x.length; k++) {
      shares[k] = of(x[k]);
    }
    return shares;
  }

  /** ln(1 + eˣ). */
  static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  /** ∂x = γ (1 − γ) ∂γ. */
  static double[] pullback(double[] shares, double[] gradient) {
    double[] result = new double[shares.length];
    for (int k = 0; k < shares.length; k++) {
      result[k] = shares[k] * (1 - shares[k]) * gradient[k];
    }
    return result;
  }
}
