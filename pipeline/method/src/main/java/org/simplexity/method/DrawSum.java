package org.simplexity.method;

import java.util.ArrayList;
import java.util.List;
import org.simplexity.method.controller.DecisionSequence;
import org.simplexity.method.controller.Trajectory;

/** Gathers the draws of an epoch. Not safe for threads. */
final class DrawSum {
  private final DecisionSequence sequence;
  private final double[] counts;
  private double entropy;
  private int draws;

  DrawSum(DecisionSequence sequence, int length) {
    this.sequence = sequence;
    this.counts = new double[length];
  }

  /** Takes in a draw and gives its γ back. */
  double[] add(Trajectory drawn) {
    double[] gamma = sequence.gamma(drawn.choices());
    for (int i = 0; i < counts.length; i++) {
      counts[i] += gamma[i];
    }
    entropy += drawn.entropy();
    draws++;
    return gamma;
  }

  /** Mean entropy of the draws. */
  double entropy() {
    return entropy / draws;
  }

  /** Mean γ of the draws. */
  List<Double> shares() {
    List<Double> shares = new ArrayList<>();
    for (double count : counts) {
      shares.add(count / draws);
    }
    return shares;
  }
}
