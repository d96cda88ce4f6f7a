package org.simplexity.kernel.execution;

/** What a kernel does with the gradient of one of its inputs. */
public enum GradientUse {
  /** Nothing depends on it. */
  NONE,
  /** This kernel is the first to contribute: it overwrites. */
  SET,
  /** Others have contributed before: it adds. */
  ADD
}
