package org.simplexity.method.weights;

/**
 * A map of the complexity λ to a vector, G(λ) = Σ_j c_j(λ) b_j, linear in its parameters b: what
 * kind it is lies in the coefficients c alone (hypernetworks and pruning, "hypernetwork").
 *
 * <p>λ enters as s = (log₁₀ λ − log₁₀ t₀) / (log₁₀ t_N − log₁₀ t₀), which runs from 0 to 1 over the
 * range of λ that the hypernetwork is trained for. Beyond it every map goes on as its equation
 * does.
 */
public sealed interface Hypernetwork permits ConstantMap, LinearMap, PiecewiseLinearMap {
  /** Number of vectors b_j. */
  int vectors();

  /**
   * c(λ), one coefficient a vector.
   *
   * @param lambda λ, positive
   */
  double[] coefficients(double lambda);

  /**
   * Whether b_j is the first weights before the training, and not 0: then all λ start from the same
   * network.
   *
   * @param vector j
   */
  boolean startsAtWeights(int vector);
}
