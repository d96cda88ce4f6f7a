package org.simplexity.method.evidence;

import java.util.Collections;
import java.util.stream.IntStream;

/** p(w) = N(0, A⁻¹) with A = diag exp(a): what a the weights have, and which of it is learned. */
public sealed interface WeightPrior permits FixedPrecision, LearnedPrecision {
  /** Length of w. */
  int weights();

  /** Number of log-precisions that are hyperparameters. */
  int size();

  /**
   * a of every weight.
   *
   * @param hyperparameters log-precisions that are learned
   */
  double[] spread(double[] hyperparameters);

  /**
   * The way back of a gradient: ∂h from ∂a.
   *
   * @param gradient ∂a
   */
  double[] gather(double[] gradient);

  /**
   * A log-precision for every weight: automatic relevance determination.
   *
   * @param weights length of w
   */
  static WeightPrior perWeight(int weights) {
    return new LearnedPrecision(IntStream.range(0, weights).boxed().toList());
  }

  /**
   * One log-precision for all.
   *
   * @param weights length of w
   */
  static WeightPrior shared(int weights) {
    return new LearnedPrecision(Collections.nCopies(weights, 0));
  }
}
