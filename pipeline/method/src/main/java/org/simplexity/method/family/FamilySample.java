package org.simplexity.method.family;

import org.simplexity.kernel.Outcome;

/** What one complexity and one draw of the structure gave on a batch. Immutable. */
public final class FamilySample {
  private final Outcome outcome;
  private final double cost;
  private final double[] gradient;

  /**
   * Takes what one pass gave.
   *
   * @param outcome cross-entropy and right answers
   * @param cost the term beside the cross-entropy, without its weight
   * @param gradient ∂a of the whole, empty if it was not asked for
   */
  public FamilySample(Outcome outcome, double cost, double[] gradient) {
    this.outcome = outcome;
    this.cost = cost;
    this.gradient = gradient.clone();
  }

  /** Cross-entropy and right answers. */
  public Outcome outcome() {
    return outcome;
  }

  /** The term beside the cross-entropy, such as Lat(α(c, a), S), without its weight. */
  public double cost() {
    return cost;
  }

  /** ∂a of the whole loss, a copy; empty if it was not asked for. */
  public double[] gradient() {
    return gradient.clone();
  }
}
