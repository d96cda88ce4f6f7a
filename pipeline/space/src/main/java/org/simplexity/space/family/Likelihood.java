package org.simplexity.space.family;

/** How likely a target is, given a model's value: p(y | f(x)). */
public sealed interface Likelihood permits GaussianLikelihood, SoftmaxLikelihood {
  /**
   * log p(y | f).
   *
   * @param value f, what the model gives
   * @param target y; a class is given by its index
   * @throws IllegalArgumentException if value and target do not fit
   */
  double logProbability(double[] value, double target);

  /**
   * ∂ log p(y | f) / ∂f.
   *
   * @param value f
   * @param target y
   */
  double[] gradient(double[] value, double target);
}
