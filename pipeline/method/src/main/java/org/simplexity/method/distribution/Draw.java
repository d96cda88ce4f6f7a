package org.simplexity.method.distribution;

/** One draw of γ with its way back to the parameters. */
public interface Draw {
  /** γ, a copy. */
  double[] gamma();

  /**
   * The draw in the coordinates of {@link Density}: log γ on a simplex, log(γ / (1 − γ)) on a cube;
   * finite where γ itself has been rounded to 0 or 1. For hard draws those of the relaxed point.
   */
  double[] coordinates();

  /**
   * Carries a gradient back with the noise held fixed: ∂θ = (∂γ/∂θ)ᵀ ∂γ. Straight-through draws use
   * the relaxed point's ∂γ/∂θ.
   *
   * @param gradient ∂γ
   * @return ∂θ
   */
  double[] pullback(double[] gradient);

  /**
   * The same for a gradient with respect to {@link #coordinates}.
   *
   * @param gradient ∂coordinates
   * @return ∂θ
   */
  double[] coordinatePullback(double[] gradient);
}
