package org.simplexity.method.controller;

/**
 * Logits ℓ = c tanh(z / T), or z / T where c is 0 (Bello et al. 2017, §A.2; Pham et al. 2018, §3).
 *
 * @param temperature T
 * @param bound c
 */
public record LogitShape(double temperature, double bound) {
  /** Checks the bounds. */
  public LogitShape {
    if (!(temperature > 0) || !(bound >= 0)) {
      throw new IllegalArgumentException(
          "temperature %s must be above 0, bound %s at least 0".formatted(temperature, bound));
    }
  }

  double logit(double z) {
    return bound == 0 ? z / temperature : bound * Math.tanh(z / temperature);
  }

  /** dℓ/dz where the logit is ℓ. */
  double slope(double logit) {
    double share = bound == 0 ? 0 : logit / bound;
    return (bound == 0 ? 1 : bound * (1 - share * share)) / temperature;
  }
}
