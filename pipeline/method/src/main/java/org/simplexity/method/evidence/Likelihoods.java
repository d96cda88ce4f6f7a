package org.simplexity.method.evidence;

import org.simplexity.space.family.LogLikelihood;

/**
 * The likelihoods of both levels: of the train and the validation split, or twice the same for the
 * evidence of one data set.
 *
 * @param inner log p(y|X,w,Γ) of L
 * @param outer log p(y|X,w,Γ) of Q
 */
public record Likelihoods(LogLikelihood inner, LogLikelihood outer) {
  /** Checks that both are of one model. */
  public Likelihoods {
    if (inner.weights() != outer.weights() || inner.structure() != outer.structure()) {
      throw new IllegalArgumentException(
          "outer likelihood of %d weights and %d structure parameters must have %d and %d"
              .formatted(outer.weights(), outer.structure(), inner.weights(), inner.structure()));
    }
  }

  /**
   * Both levels on the same data.
   *
   * @param likelihood log p(D|w,Γ)
   */
  public static Likelihoods same(LogLikelihood likelihood) {
    return new Likelihoods(likelihood, likelihood);
  }
}
