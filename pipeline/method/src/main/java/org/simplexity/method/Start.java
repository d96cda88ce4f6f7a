package org.simplexity.method;

/** Which weights a discrete network starts its training from. */
public enum Start {
  /** Fresh random weights. */
  SCRATCH,
  /** The weights that its operations had in the supernet. */
  INHERITED
}
