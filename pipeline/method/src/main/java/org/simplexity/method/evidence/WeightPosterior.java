package org.simplexity.method.evidence;

/** What is known of w: a point or a distribution q(w|θ), and how it diverges from N(0, A⁻¹). */
public sealed interface WeightPosterior permits PointWeights, GaussianWeights {
  /** Length of w. */
  int weights();

  /** Length of θ. */
  int parameters();

  /**
   * One draw w(θ, ε).
   *
   * @param theta θ
   * @param noise ε, of length {@link #weights}; points leave it alone
   */
  double[] draw(double[] theta, double[] noise);

  /**
   * Carries a gradient back at fixed ε: ∂θ = (∂w/∂θ)ᵀ ∂w.
   *
   * @param theta θ
   * @param weights w as it was drawn
   * @param gradient ∂w
   */
  double[] pullback(double[] theta, double[] weights, double[] gradient);

  /**
   * KL(q ‖ N(0, A⁻¹)) with A = diag exp(a), in closed form; each implementation says what it takes
   * for it.
   *
   * @param theta θ
   * @param logPrecisions a, one a weight
   */
  Divergence divergence(double[] theta, double[] logPrecisions);
}
