package org.simplexity.method.bilevel;

/** A loss and its gradients; those nobody asked for are empty. */
public final class Gradients {
  private final double value;
  private final double[] weights;
  private final double[] hyperparameters;

  /**
   * Takes the arrays over without copying them: they are the size of a network.
   *
   * @param value loss
   * @param weights ∂loss/∂w, or empty
   * @param hyperparameters ∂loss/∂h, or empty
   */
  public Gradients(double value, double[] weights, double[] hyperparameters) {
    this.value = value;
    this.weights = weights;
    this.hyperparameters = hyperparameters;
  }

  /** The loss. */
  public double value() {
    return value;
  }

  /** ∂loss/∂w itself, not to be changed; empty if it was not asked for. */
  public double[] weights() {
    return weights;
  }

  /** ∂loss/∂h itself, not to be changed; empty if it was not asked for. */
  public double[] hyperparameters() {
    return hyperparameters;
  }
}
