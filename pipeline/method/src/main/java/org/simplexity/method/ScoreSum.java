package org.simplexity.method;

import org.simplexity.kernel.Outcome;

/** Gathers the outcomes of batches into one score over all their images. Not safe for threads. */
public final class ScoreSum {
  private double loss;
  private long correct;
  private long examples;

  /** Adds the outcome of one batch. */
  public void add(Outcome outcome) {
    loss += outcome.loss() * outcome.examples();
    correct += outcome.correct();
    examples += outcome.examples();
  }

  /** Means over all images so far; not a number before the first. */
  public Score mean() {
    return new Score(loss / examples, (double) correct / examples);
  }
}
