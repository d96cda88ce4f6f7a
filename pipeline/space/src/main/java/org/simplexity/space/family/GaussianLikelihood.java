package org.simplexity.space.family;

/**
 * Regression with given noise: log p(y | f) = −(y − f)² / 2σ² − ½ log 2πσ².
 *
 * @param deviation σ, positive, in units of y
 */
public record GaussianLikelihood(double deviation) implements Likelihood {
  /** Checks the bound. */
  public GaussianLikelihood {
    if (!(deviation > 0) || Double.isInfinite(deviation)) {
      throw new IllegalArgumentException("deviation " + deviation + " must be positive and finite");
    }
  }

  @Override
  public double logProbability(double[] value, double target) {
    double error = (target - single(value)) / deviation;
    return -error * error / 2 - Math.log(2 * Math.PI * deviation * deviation) / 2;
  }

  @Override
  public double[] gradient(double[] value, double target) {
    return new double[] {(target - single(value)) / (deviation * deviation)};
  }

  private static double single(double[] value) {
    if (value.length != 1) {
      throw new IllegalArgumentException(
          "a value of length %d must have length 1 for regression".formatted(value.length));
    }
    return value[0];
  }
}
