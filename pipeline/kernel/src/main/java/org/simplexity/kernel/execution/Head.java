package org.simplexity.kernel.execution;

import org.simplexity.kernel.Outcome;

/** The kernel at the end of a network: the loss of its logits. */
public interface Head extends Kernel {

  /**
   * Takes the labels of the loaded images.
   *
   * @throws IllegalArgumentException if a label is not a class
   */
  void load(int[] labels, int count);

  /** Loss and hits of the last forward pass. */
  Outcome outcome();

  /** A copy of the logits of the last forward pass, [example][class]. */
  double[] logits();

  /**
   * Checks labels.
   *
   * @throws IllegalArgumentException if one of them does not lie in 0..classes−1
   */
  static void check(int[] labels, int count, int classes) {
    for (int i = 0; i < count; i++) {
      if (labels[i] < 0 || labels[i] >= classes) {
        throw new IllegalArgumentException(
            "label %d of example %d must lie in 0..%d".formatted(labels[i], i, classes - 1));
      }
    }
  }
}
