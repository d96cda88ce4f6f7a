package org.simplexity.method;

/** How a quantity moves from its first to its last value over the epochs. */
public enum AnnealingKind {
  /** The first value throughout. */
  CONSTANT,
  /** Equal differences. */
  LINEAR,
  /** Equal ratios. */
  GEOMETRIC,
  /** A value for every epoch; the last one stays. */
  CUSTOM
}
