package org.simplexity.method.evidence;

import org.simplexity.method.bilevel.InnerProblem;

/** A way to bring w, or θ of q, nearer to the minimum of the inner loss at fixed h. */
public sealed interface InnerOptimiser permits GradientDescent, QuasiNewton {
  /**
   * Better weights.
   *
   * @param problem inner loss
   * @param weights where to start, left as it is
   * @param hyperparameters h
   */
  double[] improve(InnerProblem problem, double[] weights, double[] hyperparameters);
}
