package org.simplexity.kernel;

/** Which flat vectors a gradient is taken with respect to. */
public enum GradientTarget {
  /** ∂loss/∂w. */
  WEIGHTS,
  /** ∂loss/∂γ. */
  STRUCTURE,
  /** Both. */
  BOTH;

  /** Whether ∂loss/∂w is asked for. */
  public boolean weights() {
    return this != STRUCTURE;
  }

  /** Whether ∂loss/∂γ is asked for. */
  public boolean structure() {
    return this != WEIGHTS;
  }
}
