package org.simplexity.method.bilevel;

/** A way to take the gradient of Q in h across the inner optimisation, dQ(w*(h), h)/dh. */
public interface OuterGradient {
  /**
   * The gradient at a point.
   *
   * @param problem losses
   * @param weights w, as near to w*(h) as the inner optimisation has come
   * @param hyperparameters h
   * @return the hypergradient as the gradient of h, none of w, and Q at h and the weights that the
   *     method takes it at: w itself, or what it unrolls w to
   */
  Gradients at(BilevelProblem problem, double[] weights, double[] hyperparameters);
}
