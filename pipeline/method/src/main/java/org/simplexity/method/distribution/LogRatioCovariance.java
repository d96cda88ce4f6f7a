package org.simplexity.method.distribution;

/**
 * The Cholesky factor L of the covariance of log ratios X_k − X_K, k = 1 … K − 1, of a Gaussian X:
 * C_jk = Σ_jk − Σ_jK − Σ_Kk + Σ_KK = (L Lᵀ)_jk.
 */
final class LogRatioCovariance {
  private static final double ROUNDING = 1e-14;

  private final double[][] factor;

  private LogRatioCovariance(double[][] factor) {
    this.factor = factor;
  }

  /** Factors the covariance of log ratios of a covariance of X. */
  static LogRatioCovariance of(double[][] covariance) {
    int last = covariance.length - 1;
    double[][] factor = new double[last][last];
    for (int j = 0; j < last; j++) {
      for (int k = 0; k <= j; k++) {
        double rest =
            covariance[j][k] - covariance[j][last] - covariance[last][k] + covariance[last][last];
        double scale = Math.abs(covariance[j][j]) + Math.abs(covariance[last][last]);
        for (int i = 0; i < k; i++) {
          rest -= factor[j][i] * factor[k][i];
        }
        factor[j][k] = j == k ? root(rest, scale) : rest / factor[k][k];
      }
    }
    return new LogRatioCovariance(factor);
  }

  private static double root(double pivot, double scale) {
    if (!(pivot > ROUNDING * scale)) {
      throw new IllegalArgumentException(
          "covariance of log ratios must be positive definite, but one of its pivots is " + pivot);
    }
    return Math.sqrt(pivot);
  }

  /** L ε. */
  double[] spread(double[] noise) {
    double[] result = new double[noise.length];
    for (int j = 0; j < noise.length; j++) {
      for (int i = 0; i <= j; i++) {
        result[j] += factor[j][i] * noise[i];
      }
    }
    return result;
  }

  /** L⁻¹ y. */
  double[] whitened(double[] ratios) {
    double[] result = new double[ratios.length];
    for (int j = 0; j < ratios.length; j++) {
      double rest = ratios[j];
      for (int i = 0; i < j; i++) {
        rest -= factor[j][i] * result[i];
      }
      result[j] = rest / factor[j][j];
    }
    return result;
  }

  /** L⁻ᵀ z. */
  double[] transposedWhitened(double[] whitened) {
    double[] result = new double[whitened.length];
    for (int j = whitened.length - 1; j >= 0; j--) {
      double rest = whitened[j];
      for (int i = j + 1; i < whitened.length; i++) {
        rest -= factor[i][j] * result[i];
      }
      result[j] = rest / factor[j][j];
    }
    return result;
  }

  /** ½ ln |C|. */
  double halfLogDeterminant() {
    double sum = 0;
    for (int j = 0; j < factor.length; j++) {
      sum += Math.log(factor[j][j]);
    }
    return sum;
  }
}
