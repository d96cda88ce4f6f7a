package org.simplexity.method.family;

import org.simplexity.kernel.Outcome;

/** What one complexity and one draw of the structure gave on a batch. Immutable. */
final class PricedSample {
  private final Outcome outcome;
  private final double cost;
  private final double[] gradient;

  PricedSample(Outcome outcome, double cost, double[] gradient) {
    this.outcome = outcome;
    this.cost = cost;
    this.gradient = gradient.clone();
  }

  /** Cross-entropy and right answers. */
  Outcome outcome() {
    return outcome;
  }

  /** Lat(α(c, a), S). */
  double cost() {
    return cost;
  }

  /** ∂a of cross-entropy + κ Lat, a copy; empty if it was not asked for. */
  double[] gradient() {
    return gradient.clone();
  }
}
