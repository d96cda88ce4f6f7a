package org.simplexity.method.bilevel;

import org.simplexity.kernel.GradientTarget;

/**
 * First order: ∂Q/∂h at fixed w, as if w did not answer to h (Liu et al. 2019, §2.3 with ξ = 0).
 *
 * <p>Exact where L does not depend on h. One gradient of Q.
 */
public record FirstOrder() implements OuterGradient {
  @Override
  public Gradients at(BilevelProblem problem, double[] weights, double[] hyperparameters) {
    Gradients outer = problem.outer(weights, hyperparameters, GradientTarget.STRUCTURE);
    return new Gradients(outer.value(), new double[0], outer.hyperparameters());
  }
}
