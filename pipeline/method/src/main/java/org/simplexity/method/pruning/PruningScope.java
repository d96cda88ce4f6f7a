package org.simplexity.method.pruning;

/** Among which weights the share to remove is counted. */
public enum PruningScope {
  /** The same share of every layer. */
  PER_LAYER,
  /** A share of all layers together, most of it from where weights matter least. */
  GLOBAL
}
