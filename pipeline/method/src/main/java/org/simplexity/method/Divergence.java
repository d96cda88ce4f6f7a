package org.simplexity.method;

import org.simplexity.kernel.Outcome;

/** Stops a method whose loss is no number any more. */
final class Divergence {
  private Divergence() {}

  /** Epoch from 1, step from 0. */
  static void check(String what, Outcome outcome, int epoch, int step) {
    if (!outcome.isFinite()) {
      throw new DivergedException(
          "%s is %s in epoch %d, step %d: the optimisation has diverged; a smaller learning_rate or a clip_norm helps"
              .formatted(what, outcome.loss(), epoch, step + 1));
    }
  }
}
