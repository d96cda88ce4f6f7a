package org.simplexity.method.family;

/** On which images the hypernetwork is trained. */
public enum Levels {
  /** On the train split, together with the weights (vector complexity). */
  ONE,
  /** On the validation split, at fixed weights and before them in every step (DARTS, ξ = 0). */
  TWO
}
