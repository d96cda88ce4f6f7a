package org.simplexity.method.distribution;

import java.util.random.RandomGenerator;

/**
 * KL(q ‖ p) = E_q [ln q(γ) − ln p(γ)] of two distributions of one edge (lecture on structure
 * selection, "prior of the structure").
 *
 * <p>A closed form where there is one: Dirichlet, logit-normal, Categorical and Bernoulli, each
 * with its own kind. Otherwise the average over draws of q, with gradients through the draws.
 *
 * @param draws draws of an average, at least 2; closed forms need none
 */
public record KullbackLeibler(int draws) {
  /** Checks the bound. */
  public KullbackLeibler {
    if (draws < 2) {
      throw new IllegalArgumentException(
          "draws " + draws + " must be at least 2, or there is no standard error");
    }
  }

  /**
   * The divergence of q from p.
   *
   * @param q a distribution
   * @param posterior θ of q
   * @param p a distribution over the same domain with as many operations
   * @param prior θ of p
   * @param random where draws come from, if there are any
   * @throws IllegalArgumentException if domains or K differ, or there is neither a closed form nor
   *     a density of both
   */
  public Estimate of(
      StructureDistribution q,
      double[] posterior,
      StructureDistribution p,
      double[] prior,
      RandomGenerator random) {
    check(q, p);
    Checks.length("θ of q", posterior, q.parameters());
    Checks.length("θ of p", prior, p.parameters());
    if (q instanceof Dirichlet one && p instanceof Dirichlet other) {
      return exact(one, posterior, other, prior);
    }
    if (q instanceof LogitNormal && p instanceof LogitNormal) {
      return LogitNormalDivergence.of(posterior, prior);
    }
    if (q instanceof Categorical && p instanceof Categorical) {
      return VertexDivergence.categorical(posterior, prior);
    }
    if (q instanceof Bernoulli && p instanceof Bernoulli) {
      return VertexDivergence.bernoulli(posterior, prior);
    }
    if (q instanceof Density one && p instanceof Density other) {
      return new SampledKullbackLeibler(one, other, draws).at(posterior, prior, random);
    }
    throw new IllegalArgumentException(
        "KL of %s from %s has no closed form, and not both have a density".formatted(q, p));
  }

  /**
   * The divergence of Dirichlet distributions, which needs no draws.
   *
   * @param q a distribution
   * @param posterior θ of q
   * @param p a distribution with as many operations
   * @param prior θ of p
   * @throws IllegalArgumentException if K differs
   */
  public static Estimate exact(Dirichlet q, double[] posterior, Dirichlet p, double[] prior) {
    check(q, p);
    return DirichletDivergence.of(q.concentrations(posterior), p.concentrations(prior));
  }

  private static void check(StructureDistribution q, StructureDistribution p) {
    if (q.domain() != p.domain() || q.operations() != p.operations()) {
      throw new IllegalArgumentException(
          "q over %s of %d operations and p over %s of %d must live in the same place"
              .formatted(q.domain(), q.operations(), p.domain(), p.operations()));
    }
  }
}
