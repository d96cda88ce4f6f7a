package org.simplexity.method.family;

import java.util.Arrays;
import org.simplexity.method.distribution.SoftmaxPoint;

/**
 * softmax(α) on every edge, with its pullback.
 *
 * @param operations operations of an edge
 */
record EdgeShares(int operations) {
  /** The shares of all edges. */
  double[] of(double[] logits) {
    SoftmaxPoint softmax = new SoftmaxPoint(operations);
    double[] shares = new double[logits.length];
    for (int start = 0; start < logits.length; start += operations) {
      System.arraycopy(softmax.centre(edge(logits, start)), 0, shares, start, operations);
    }
    return shares;
  }

  /** ∂α of a gradient with respect to the shares. */
  double[] pullback(double[] logits, double[] gradient) {
    SoftmaxPoint softmax = new SoftmaxPoint(operations);
    double[] result = new double[logits.length];
    for (int start = 0; start < logits.length; start += operations) {
      double[] own = softmax.centrePullback(edge(logits, start), edge(gradient, start));
      System.arraycopy(own, 0, result, start, operations);
    }
    return result;
  }

  private double[] edge(double[] vector, int start) {
    return Arrays.copyOfRange(vector, start, start + operations);
  }
}
