package org.simplexity.method.autoencoder;

/**
 * What a latent unit does on a split of images.
 *
 * @param unit its number, from 0
 * @param divergence its part of KL(q(z|x) ‖ p(z)), mean over images, in nats
 * @param variance variance over images of its mean μ_k(x)
 * @param relevance α_k, the variance of the prior of its factor, γ_k ~ N(0, α_k); near 0 the unit
 *     is not informative. 1 without relevance determination
 * @param density relative density at zero of its factor, exp(−m_k² / 2 s_k²): the nearer to 1, the
 *     less is lost without the unit (lecture on structure selection, "automatic relevance
 *     determination"). 0 without relevance determination
 */
public record LatentUnit(
    int unit, double divergence, double variance, double relevance, double density) {
  /** The variance from which on a unit counts as active (Burda et al. 2016, §5.2). */
  public static final double ACTIVE = 0.01;

  /** Whether the code depends on the image through this unit: A_k = Var μ_k(x) &gt; 0.01. */
  public boolean isActive() {
    return variance > ACTIVE;
  }
}
