package org.simplexity.method.distribution;

import java.util.random.RandomGenerator;

/**
 * The logit-normal distribution inside the simplex with any covariance: γ = softmax(X), X ~ N(θ, Σ)
 * (lecture on structure selection, "logit-normal"; Aitchison and Shen 1980). Σ is not learned.
 *
 * <p>With y_k = ln γ_k − ln γ_K, m_k = θ_k − θ_K, k = 1 … K − 1, and C their covariance:
 *
 * <pre>ln p(γ) = −½ (K − 1) ln 2π − ½ ln |C| − ½ (y − m)ᵀ C⁻¹ (y − m) − Σ ln γ_k.</pre>
 *
 * <p>Only C has to be positive definite: a part of X that all operations share changes nothing. Its
 * centre is softmax(θ), the image of the median, not the mean.
 */
public final class CorrelatedLogitNormal implements Density {
  private final int operations;
  private final LogRatioCovariance covariance;

  /**
   * Factors the covariance.
   *
   * @param covariance Σ, K × K with K ≥ 2, row by row
   * @throws IllegalArgumentException if it is not square, not finite, not symmetric, or that of log
   *     ratios is not positive definite
   */
  public CorrelatedLogitNormal(double[][] covariance) {
    this.operations = covariance.length;
    check(covariance);
    this.covariance = LogRatioCovariance.of(covariance);
  }

  private static void check(double[][] covariance) {
    if (covariance.length < 2) {
      throw new IllegalArgumentException(
          "covariance of " + covariance.length + " rows must have at least 2");
    }
    for (int j = 0; j < covariance.length; j++) {
      Checks.length("row " + (j + 1) + " of the covariance", covariance[j], covariance.length);
    }
    for (int j = 0; j < covariance.length; j++) {
      for (int k = 0; k <= j; k++) {
        double one = covariance[j][k];
        double other = covariance[k][j];
        if (!(Math.abs(one - other) <= 1e-12 * (Math.abs(one) + Math.abs(other)))) {
          throw new IllegalArgumentException(
              "covariance must be finite and symmetric, but row %d has %s where row %d has %s"
                  .formatted(j + 1, one, k + 1, other));
        }
      }
    }
  }

  @Override
  public Domain domain() {
    return Domain.SIMPLEX;
  }

  @Override
  public int operations() {
    return operations;
  }

  @Override
  public int parameters() {
    return operations;
  }

  @Override
  public Draw draw(double[] theta, RandomGenerator random) {
    Checks.length("θ", theta, operations);
    double[] noise = new double[operations - 1];
    for (int k = 0; k < noise.length; k++) {
      noise[k] = random.nextGaussian();
    }
    double[] shifts = covariance.spread(noise);
    double[] logits = theta.clone();
    for (int k = 0; k < shifts.length; k++) {
      logits[k] += shifts[k];
    }
    return new SimplexDraw(logits, 1);
  }

  @Override
  public double[] centre(double[] theta) {
    return Softmax.of(theta);
  }

  @Override
  public double[] centrePullback(double[] theta, double[] gradient) {
    return Softmax.pullback(Softmax.of(theta), gradient);
  }

  @Override
  public LogDensity logDensity(double[] theta, double[] coordinates) {
    Checks.length("θ", theta, operations);
    Checks.length("ln γ", coordinates, operations);
    int last = operations - 1;
    double[] distances = new double[last];
    double value = -last * Math.log(2 * Math.PI) / 2 - covariance.halfLogDeterminant();
    for (int k = 0; k < last; k++) {
      distances[k] = coordinates[k] - coordinates[last] - theta[k] + theta[last];
    }
    double[] whitened = covariance.whitened(distances);
    double[] pulls = covariance.transposedWhitened(whitened);
    double[] ofTheta = new double[operations];
    double[] ofPoint = new double[operations];
    for (int k = 0; k < last; k++) {
      value -= whitened[k] * whitened[k] / 2 + coordinates[k];
      ofTheta[k] = pulls[k];
      ofTheta[last] -= pulls[k];
    }
    for (int k = 0; k < operations; k++) {
      ofPoint[k] = -1 - ofTheta[k];
    }
    return new LogDensity(value - coordinates[last], ofTheta, ofPoint);
  }

  @Override
  public String toString() {
    return "CorrelatedLogitNormal[operations=" + operations + "]";
  }
}
