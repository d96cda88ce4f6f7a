package org.simplexity.method.bilevel;

import org.simplexity.kernel.GradientTarget;

/**
 * Two losses of weights w and hyperparameters h, both to be made small: w* (h) = argmin_w L(w, h),
 * h* = argmin_h Q(w*(h), h).
 *
 * <p>As long as nobody moves the problem on to other examples or other noise, equal arguments give
 * equal results.
 */
public interface BilevelProblem extends InnerProblem {
  /** Length of w. */
  int weights();

  /** Length of h. */
  int hyperparameters();

  /**
   * Q and its gradients.
   *
   * @param weights w
   * @param hyperparameters h
   * @param target which gradients are asked for; STRUCTURE stands for those of h
   */
  Gradients outer(double[] weights, double[] hyperparameters, GradientTarget target);
}
