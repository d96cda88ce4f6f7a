package org.simplexity.method;

/** A differentiable map from structure parameters α to the structure γ, with its pullback. */
public interface StructureMap {
  /**
   * The structure at given parameters.
   *
   * @param alpha structure parameters
   * @return γ, as long as the structure vector of the network
   */
  double[] apply(double[] alpha);

  /**
   * Carries a gradient back: ∂α = (∂γ/∂α)ᵀ ∂γ.
   *
   * @param gamma what {@link #apply} returned
   * @param gradient ∂γ
   * @return ∂α
   */
  double[] pullback(double[] gamma, double[] gradient);
}
