package org.simplexity.method.autoencoder;

/**
 * The evidence lower bound, mean over images, in nats, and its terms (Kingma and Welling 2014, eq.
 * 3): log p(x) ≥ E log p(x|z ⊙ γ) − KL(q(z|x) ‖ p(z)) − KL(q(γ) ‖ p(γ)) / N.
 *
 * @param reconstruction −E log p(x|z ⊙ γ), a cross-entropy summed over pixels, at one draw
 * @param divergence KL(q(z|x) ‖ p(z)), summed over latent units
 * @param relevance KL(q(γ) ‖ p(γ)) / N, the share of one of the N training images; 0 of other
 *     images, which q(γ) is a prior for
 */
public record Elbo(double reconstruction, double divergence, double relevance) {
  /** The bound: the greater, the better. */
  public double value() {
    return -(reconstruction + divergence + relevance);
  }
}
