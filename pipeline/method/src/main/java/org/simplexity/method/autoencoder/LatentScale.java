package org.simplexity.method.autoencoder;

import java.util.Optional;
import java.util.random.RandomGenerator;

/** The factors γ of the latent units in p(x|z ⊙ γ), one for all images. Holds the last draw. */
sealed interface LatentScale permits UnitScale, RelevanceScale {
  /** Draws γ, [unit]. */
  double[] draw(RandomGenerator random);

  /** E γ, [unit]. */
  double[] means();

  /** KL(q(γ) ‖ p(γ)) at the precisions at which it is least, summed over units. */
  double divergence();

  /** Sets the gradient of what is minimised from ∂γ of the reconstruction at the last draw. */
  void pullback(double[] gradient);

  /** α, [unit]: variances of p(γ). */
  double[] relevances();

  /** exp(−m² / 2 s²), [unit]. */
  double[] densities();

  /** The parameters of q(γ) if it has any. */
  Optional<FittedVector> fitted();
}
