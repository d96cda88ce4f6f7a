package org.simplexity.method.weights;

import java.util.Locale;

/** What is known of the weights (hypernetworks and pruning, models a to c). */
public enum WeightKind {
  /** A point w. */
  BASE,
  /** q = N(m, diag σ²) whose likelihood is sampled, with an L2 term in place of the divergence. */
  REP,
  /** q = N(m, diag σ²), variational: with the divergence from the prior. */
  VAR;

  /** Whether the weights are drawn. */
  public boolean isDistribution() {
    return this != BASE;
  }

  /** The word in files and tables. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
