package org.simplexity.method;

/** Which rule turns a gradient into a step. */
public enum OptimiserKind {
  /** Stochastic gradient descent with momentum. */
  SGD,
  /** Adam (Kingma and Ba 2015) with bias correction. */
  ADAM
}
