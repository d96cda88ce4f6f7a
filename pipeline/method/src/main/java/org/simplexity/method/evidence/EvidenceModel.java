package org.simplexity.method.evidence;

import java.util.function.DoubleFunction;

/**
 * The distributions of a problem: q(w,Γ|θ) = q(w) q(Γ) and p(w,Γ|h) = p(w) p(Γ).
 *
 * <p>θ holds the parameters of q(w), then those of q(Γ); h the log-precisions of p(w), then the
 * parameters of p(Γ).
 *
 * @param weights q(w)
 * @param prior p(w)
 * @param structure q(Γ) and p(Γ) at a temperature λ_temp
 */
public record EvidenceModel(
    WeightPosterior weights, WeightPrior prior, DoubleFunction<StructureModel> structure) {
  /** Checks that both distributions of w have one length. */
  public EvidenceModel {
    if (weights.weights() != prior.weights()) {
      throw new IllegalArgumentException(
          "prior of %d weights must be of %d, as the posterior is"
              .formatted(prior.weights(), weights.weights()));
    }
  }
}
