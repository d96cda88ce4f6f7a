package org.simplexity.method.distribution;

import java.util.random.RandomGenerator;
import org.hipparchus.special.Gamma;

/**
 * A draw z of the Gamma distribution with shape α and scale 1, as ln z, with d ln z / d ln α at a
 * fixed quantile.
 *
 * <p>Drawn by Marsaglia and Tsang 2000; below shape 1 by ln z = ln z' + ln(U) / α with z' of shape
 * α + 1, which stays finite down to α = 1e-300. The derivative is implicit (Figurnov, Mohamed, Mnih
 * 2018, §3): dz/dα = −(∂F/∂α) / p(z). With F = Σ_n z^{α+n} e^{−z} / Γ(α + n + 1) that is
 *
 * <pre>d ln z / d ln α = Σ_n r_n (ψ(α + n + 1) − ln z),   r_0 = 1,  r_n = r_{n−1} z / (α + n)</pre>
 */
final class GammaDraw {
  private static final double SQUEEZE = 0.0331;
  private static final double NEGLIGIBLE = 1e-18;

  private final double shape;
  private final double log;

  private GammaDraw(double shape, double log) {
    this.shape = shape;
    this.log = log;
  }

  /** A draw of a positive shape. */
  static GammaDraw of(double shape, RandomGenerator random) {
    if (shape >= 1) {
      return new GammaDraw(shape, Math.log(atLeastOne(shape, random)));
    }
    double above = Math.log(atLeastOne(shape + 1, random));
    return new GammaDraw(shape, above + Math.log(Noise.open(random)) / shape);
  }

  /** The point ln z of a shape, as if it had been drawn. */
  static GammaDraw at(double shape, double log) {
    return new GammaDraw(shape, log);
  }

  private static double atLeastOne(double shape, RandomGenerator random) {
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double normal = random.nextGaussian();
      double root = 1 + c * normal;
      if (root > 0) {
        double v = root * root * root;
        double square = normal * normal;
        double uniform = Noise.open(random);
        if (uniform < 1 - SQUEEZE * square * square
            || Math.log(uniform) < square / 2 + d * (1 - v + Math.log(v))) {
          return d * v;
        }
      }
    }
  }

  /** ln z. */
  double log() {
    return log;
  }

  /** d ln z / d ln α at a fixed quantile. */
  double slope() {
    double z = Math.exp(log);
    double digamma = Gamma.digamma(shape + 1);
    double ratio = 1;
    double sum = digamma - log;
    for (int n = 1; ; n++) {
      ratio *= z / (shape + n);
      digamma += 1 / (shape + n);
      double term = ratio * (digamma - log);
      sum += term;
      if (shape + n > z && Math.abs(term) <= NEGLIGIBLE * Math.abs(sum)) {
        return sum;
      }
    }
  }
}
