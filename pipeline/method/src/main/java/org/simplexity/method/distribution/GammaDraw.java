package org.simplexity.method.distribution;

import java.util.random.RandomGenerator;

/**
 * A draw z of the Gamma distribution with shape α and scale 1, as ln z, with d ln z / d ln α at a
 * fixed quantile.
 *
 * <p>Drawn by Marsaglia and Tsang 2000; below shape 1 by ln z = ln z' + ln(U) / α with z' of shape
 * α + 1, which stays finite down to α = 1e-300. The derivative is implicit (Figurnov, Mohamed, Mnih
 * 2018, §3): dz/dα = −(∂F/∂α) / p(z). With F = Σ_n z^{α+n} e^{−z} / Γ(α + n + 1) that is
 *
 * <pre>d ln z / d ln α = Σ_n r_n (ψ(α + n + 1) − ln z),   r_0 = 1,  r_n = r_{n−1} z / (α + n)</pre>
 *
 * <p>Far above the mean these terms cancel; there 1 − F is differentiated under its integral.
 */
final class GammaDraw {
  private static final double SQUEEZE = 0.0331;
  private static final double NEGLIGIBLE = 1e-18;
  private static final double WIDEST = 4.5;
  private static final int STEPS = 60;

  private final double shape;
  private final double log;

  private GammaDraw(double shape, double log) {
    this.shape = shape;
    this.log = log;
  }

  /** A draw of a positive shape. */
  static GammaDraw of(double shape, RandomGenerator random) {
    if (Double.isNaN(shape)) { // of a search that has diverged: no proposal would be accepted
      return new GammaDraw(shape, Double.NaN);
    }
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
    if (Double.isNaN(log)) {
      return Double.NaN;
    }
    boolean tail = Math.exp(log) > shape + 2 * Math.sqrt(shape) + 3;
    return tail ? slopeOfTail() : slopeOfSeries();
  }

  private double slopeOfSeries() {
    double z = Math.exp(log);
    double digamma = Digamma.of(shape + 1);
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

  /**
   * The same by ∂(1 − F)/∂α, whose terms all have one sign far above the mean: (α/z) ∫ (ln(z + s) −
   * ψ(α)) p(z + s) / p(z) ds over s > 0, by the double exponential rule s = s₀ exp(x − e⁻ˣ)
   * (Takahasi and Mori 1974).
   */
  private double slopeOfTail() {
    double z = Math.exp(log);
    double scale = 1 / (1 - (shape - 1) / z);
    double sum = 0;
    for (int i = -STEPS; i <= STEPS; i++) {
      double x = WIDEST * i / STEPS;
      double s = scale * Math.exp(x - Math.exp(-x));
      double decay = Math.exp((shape - 1) * Math.log1p(s / z) - s);
      double growth = shape * (log + Math.log1p(s / z)) - Digamma.scaled(shape);
      sum += decay * growth * s * (1 + Math.exp(-x));
    }
    return sum * WIDEST / STEPS / z;
  }
}
