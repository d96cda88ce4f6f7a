package org.simplexity.method;

/** Concentration α of a symmetric Dirichlet prior (structure search with Dirichlet priors). */
public enum PriorStrength {
  /** No prior. */
  NONE,
  /** α = 1: the density is constant, so it has no gradient and regularises nothing. */
  WEAK,
  /** α falls geometrically from 1 to 1e-30 over the epochs. */
  VARYING,
  /** α = 1e-30 throughout: the density is greatest at the vertices. */
  STRONG,
  /** α as {@code concentration} says. */
  CUSTOM
}
