package org.simplexity.method.evidence;

import java.util.Arrays;

/**
 * A prior that is given: every weight has the same a, and nothing of it is learned.
 *
 * @param weights length of w
 * @param logPrecision a
 */
public record FixedPrecision(int weights, double logPrecision) implements WeightPrior {
  @Override
  public int size() {
    return 0;
  }

  @Override
  public double[] spread(double[] hyperparameters) {
    double[] spread = new double[weights];
    Arrays.fill(spread, logPrecision);
    return spread;
  }

  @Override
  public double[] gather(double[] gradient) {
    return new double[0];
  }
}
