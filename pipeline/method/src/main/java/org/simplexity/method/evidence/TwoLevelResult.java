package org.simplexity.method.evidence;

/** Where an optimisation on two levels has come to; immutable. */
public final class TwoLevelResult {
  private final double[] weights;
  private final double[] hyperparameters;
  private final int steps;
  private final boolean converged;

  TwoLevelResult(double[] weights, double[] hyperparameters, int steps, boolean converged) {
    this.weights = weights.clone();
    this.hyperparameters = hyperparameters.clone();
    this.steps = steps;
    this.converged = converged;
  }

  /** w, or θ of q, after the inner optimisation at the last h; a copy. */
  public double[] weights() {
    return weights.clone();
  }

  /** h, a copy. */
  public double[] hyperparameters() {
    return hyperparameters.clone();
  }

  /** Outer steps that were taken. */
  public int steps() {
    return steps;
  }

  /** Whether h came to rest within the tolerance. */
  public boolean converged() {
    return converged;
  }
}
