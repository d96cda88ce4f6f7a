package org.simplexity.method.evidence;

import java.util.List;

/**
 * The weights λ of the generalised problem. Both are maximised:
 *
 * <pre>Q = λ_lik^Q E_q log p(y|X,w,Γ) − λ_prior^Q KL(q‖p) − Σ λ_struct^Q KL(q(Γ)‖p'),
 * L = E_q log p(y|X,w,Γ) − λ_prior^L KL(q‖p)</pre>
 *
 * <p>(lecture on structure selection, "proposed optimisation problem"; Bakhteev 2018).
 *
 * @param outer weights of Q
 * @param innerPrior λ_prior^L, at least 0; 0 is maximum likelihood
 * @param temperature λ_temp of the structure's distributions, positive
 */
public record LevelWeights(Outer outer, double innerPrior, double temperature) {
  /** Checks the bounds. */
  public LevelWeights {
    if (!(innerPrior >= 0) || Double.isInfinite(innerPrior)) {
      throw new IllegalArgumentException(
          "inner_prior " + innerPrior + " must be at least 0 and finite");
    }
    if (!(temperature > 0)) {
      throw new IllegalArgumentException("temperature " + temperature + " must be positive");
    }
  }

  /**
   * Weights of Q.
   *
   * @param likelihood λ_lik^Q, at least 0
   * @param prior λ_prior^Q, at least 0
   * @param structure λ_struct^Q with their references
   */
  public record Outer(double likelihood, double prior, List<StructureReference> structure) {
    /** Checks the bounds. */
    public Outer {
      structure = List.copyOf(structure);
      if (!(likelihood >= 0) || !(prior >= 0) || Double.isInfinite(likelihood + prior)) {
        throw new IllegalArgumentException(
            "likelihood %s and prior %s must be at least 0 and finite"
                .formatted(likelihood, prior));
      }
    }
  }

  /** The evidence on both levels: every weight 1, no reference, temperature 1. */
  public static LevelWeights evidence() {
    return new LevelWeights(new Outer(1, 1, List.of()), 1, 1);
  }

  /**
   * The same with another λ_prior^Q.
   *
   * @param prior λ_prior^Q
   */
  public LevelWeights withOuterPrior(double prior) {
    return new LevelWeights(
        new Outer(outer.likelihood(), prior, outer.structure()), innerPrior, temperature);
  }

  /**
   * The same with another λ_lik^Q.
   *
   * @param likelihood λ_lik^Q
   */
  public LevelWeights withOuterLikelihood(double likelihood) {
    return new LevelWeights(
        new Outer(likelihood, outer.prior(), outer.structure()), innerPrior, temperature);
  }

  /**
   * The same with another λ_prior^L.
   *
   * @param prior λ_prior^L
   */
  public LevelWeights withInnerPrior(double prior) {
    return new LevelWeights(outer, prior, temperature);
  }

  /**
   * The same with other references.
   *
   * @param structure λ_struct^Q
   */
  public LevelWeights withReferences(List<StructureReference> structure) {
    return new LevelWeights(
        new Outer(outer.likelihood(), outer.prior(), structure), innerPrior, temperature);
  }

  /**
   * The same at another temperature.
   *
   * @param other λ_temp
   */
  public LevelWeights withTemperature(double other) {
    return new LevelWeights(outer, innerPrior, other);
  }
}
