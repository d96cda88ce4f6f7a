package org.simplexity.method.evidence;

import org.simplexity.kernel.GradientTarget;
import org.simplexity.method.bilevel.InnerProblem;

/**
 * A few steps of gradient descent, w ← w − rate · ∇_w L(w, h): alternation of both levels.
 *
 * @param steps at least 1
 * @param rate positive
 */
public record GradientDescent(int steps, double rate) implements InnerOptimiser {
  /** Checks the bounds. */
  public GradientDescent {
    if (steps < 1) {
      throw new IllegalArgumentException("steps " + steps + " must be at least 1");
    }
    if (!(rate > 0) || Double.isInfinite(rate)) {
      throw new IllegalArgumentException("rate " + rate + " must be positive and finite");
    }
  }

  @Override
  public double[] improve(InnerProblem problem, double[] weights, double[] hyperparameters) {
    double[] moved = weights.clone();
    for (int step = 0; step < steps; step++) {
      double[] slope = problem.inner(moved, hyperparameters, GradientTarget.WEIGHTS).weights();
      for (int i = 0; i < moved.length; i++) {
        moved[i] -= rate * slope[i];
      }
    }
    return moved;
  }
}
