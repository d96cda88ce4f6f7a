package org.simplexity.regression.statistics;

import org.hipparchus.distribution.continuous.TDistribution;

/**
 * What a test found.
 *
 * @param method how it was found
 * @param worsening mean worsening, in the unit of the metric; negative for a mean that improved
 * @param error standard error of that mean; 0 where all values agree, or for a single one
 * @param degrees degrees of freedom; not a number without a test
 * @param probability p value of "the mean worsening is at most the tolerance": how probable a
 *     worsening as large as the one seen would be then
 */
public record Evidence(
    Method method, double worsening, double error, double degrees, double probability) {
  /**
   * What was seen without a test.
   *
   * @param method how
   * @param worsening worsening, in the unit of the metric
   * @param worse whether it is too much
   */
  public static Evidence untested(Method method, double worsening, boolean worse) {
    return new Evidence(method, worsening, 0, Double.NaN, worse ? 0 : 1);
  }

  /**
   * The same with a p value of at least this.
   *
   * @param least smallest p value that the values can justify
   */
  Evidence atLeast(double least) {
    return new Evidence(method, worsening, error, degrees, Math.max(probability, least));
  }

  /**
   * Half the width of the confidence interval of the worsening, {@code t(1 − (1 − level)/2; ν)·s}.
   *
   * @param level such as 0.95; of this metric alone, without a correction for several
   * @return not a number where there is no test
   */
  public double halfWidth(double level) {
    if (!method.isTest() || error == 0) {
      return method.isTest() ? 0 : Double.NaN;
    }
    double quantile = new TDistribution(degrees).inverseCumulativeProbability(1 - (1 - level) / 2);
    return quantile * error;
  }
}
