package org.simplexity.method.distribution;

import org.hipparchus.special.Gamma;

/** What Stirling's formula leaves of ln Γ. */
final class Stirling {
  private static final double ASYMPTOTIC = 20;

  /** B_2n / (2n (2n − 1)), n = 1 …. */
  private static final double[] SERIES = {
    1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156
  };

  private Stirling() {}

  /**
   * s(x) = ln Γ(x) − (x − ½) ln x + x − ½ ln 2π of a positive x, which tends to 1 / (12 x): by its
   * asymptotic series (Abramowitz and Stegun 1964, 6.1.41) where it is the small difference of
   * large numbers.
   */
  static double remainder(double x) {
    if (x < ASYMPTOTIC) {
      return Gamma.logGamma(x) - (x - 0.5) * Math.log(x) + x - Math.log(2 * Math.PI) / 2;
    }
    double square = 1 / x / x;
    double sum = 0;
    for (int n = SERIES.length - 1; n >= 0; n--) {
      sum = SERIES[n] + square * sum;
    }
    return sum / x;
  }
}
