package org.simplexity.method.bilevel;

import org.simplexity.kernel.GradientTarget;

/** One loss L of weights w, to be made small, at hyperparameters h that are given. */
public interface InnerProblem {
  /**
   * L and its gradients.
   *
   * @param weights w
   * @param hyperparameters h
   * @param target which gradients are asked for; STRUCTURE stands for those of h
   */
  Gradients inner(double[] weights, double[] hyperparameters, GradientTarget target);
}
