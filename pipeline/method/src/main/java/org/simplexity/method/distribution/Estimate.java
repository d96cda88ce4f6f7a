package org.simplexity.method.distribution;

/** KL(q ‖ p) in nats with its gradients: exact, or an average over draws with its error. */
public final class Estimate {
  private final boolean closedForm;
  private final double value;
  private final double standardError;
  private final double[] posterior;
  private final double[] prior;

  private Estimate(
      boolean closedForm, double value, double standardError, double[] posterior, double[] prior) {
    this.closedForm = closedForm;
    this.value = value;
    this.standardError = standardError;
    this.posterior = posterior.clone();
    this.prior = prior.clone();
  }

  /** A closed form. */
  static Estimate exact(double value, double[] posterior, double[] prior) {
    return new Estimate(true, value, 0, posterior, prior);
  }

  /** An average with its standard error. */
  static Estimate sampled(double value, double standardError, double[] posterior, double[] prior) {
    return new Estimate(false, value, standardError, posterior, prior);
  }

  /** KL(q ‖ p), or its unbiased estimate, which may fall below 0. */
  public double value() {
    return value;
  }

  /** Standard deviation of the estimate, from the spread over its draws; 0 of a closed form. */
  public double standardError() {
    return standardError;
  }

  /** Whether the value is exact, up to rounding. */
  public boolean isClosedForm() {
    return closedForm;
  }

  /** Gradient of the value with respect to θ of q, a copy. */
  public double[] posterior() {
    return posterior.clone();
  }

  /** Gradient of the value with respect to θ of p, a copy. */
  public double[] prior() {
    return prior.clone();
  }
}
