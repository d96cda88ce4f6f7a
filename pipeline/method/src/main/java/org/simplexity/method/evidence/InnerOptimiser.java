package org.simplexity.method.evidence;

import org.simplexity.method.bilevel.BilevelProblem;

/** A way to bring w, or θ of q, nearer to the minimum of the inner loss at fixed h. */
public sealed interface InnerOptimiser permits GradientDescent, QuasiNewton {
  /**
   * Better weights.
   *
   * @param problem losses
   * @param weights where to start, left as it is
   * @param hyperparameters h
   */
  double[] improve(BilevelProblem problem, double[] weights, double[] hyperparameters);
}
