package org.simplexity.method;

import org.simplexity.kernel.Outcome;

/** Gathers the outcomes of batches into one score over all their images. */
final class ScoreSum {
  private double loss;
  private long correct;
  private long examples;

  void add(Outcome outcome) {
    loss += outcome.loss() * outcome.examples();
    correct += outcome.correct();
    examples += outcome.examples();
  }

  Score mean() {
    return new Score(loss / examples, (double) correct / examples);
  }
}
