package org.simplexity.method;

import org.simplexity.kernel.Outcome;

/** Stops a method whose loss is no number any more. */
public final class Divergence {
  private Divergence() {}

  /**
   * Checks a loss.
   *
   * @param what what the loss is, for the message
   * @param outcome outcome of the pass
   * @param epoch epoch, counted from 1
   * @param step step within the epoch, counted from 0
   * @throws DivergedException if it is not finite
   */
  public static void check(String what, Outcome outcome, int epoch, int step) {
    check(what, outcome.loss(), epoch, step);
  }

  /**
   * Checks a loss.
   *
   * @param what what the loss is, for the message
   * @param loss its value
   * @param epoch epoch, counted from 1
   * @param step step within the epoch, counted from 0
   * @throws DivergedException if it is not finite
   */
  public static void check(String what, double loss, int epoch, int step) {
    if (!Double.isFinite(loss)) {
      throw new DivergedException(
          "%s is %s in epoch %d, step %d: the optimisation has diverged; a smaller learning_rate or a clip_norm helps"
              .formatted(what, loss, epoch, step + 1));
    }
  }
}
