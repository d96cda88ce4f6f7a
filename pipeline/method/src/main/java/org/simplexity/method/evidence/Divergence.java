package org.simplexity.method.evidence;

/** A divergence of q from p with its gradients in the parameters of both. */
public final class Divergence {
  private final double value;
  private final double[] posterior;
  private final double[] prior;

  /**
   * Takes the arrays over.
   *
   * @param value KL(q‖p), in nats
   * @param posterior gradient in the parameters of q
   * @param prior gradient in the parameters of p
   */
  public Divergence(double value, double[] posterior, double[] prior) {
    this.value = value;
    this.posterior = posterior;
    this.prior = prior;
  }

  /** KL(q‖p), in nats. */
  public double value() {
    return value;
  }

  /** Gradient in the parameters of q itself, not to be changed. */
  public double[] posterior() {
    return posterior;
  }

  /** Gradient in the parameters of p itself, not to be changed. */
  public double[] prior() {
    return prior;
  }
}
