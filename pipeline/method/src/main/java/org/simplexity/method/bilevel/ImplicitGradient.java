package org.simplexity.method.bilevel;

import java.util.function.UnaryOperator;
import org.simplexity.kernel.GradientTarget;

/**
 * What all implicit hypergradients share: ∇_h Q − ∇_h∇_w L · H⁻¹ ∇_w Q with H = ∇²_w L, exact where
 * ∇_w L = 0 (implicit function theorem; lecture on structure selection, "numerical approximation").
 *
 * @param step of the differences for products with H and with ∇_h∇_w L
 */
record ImplicitGradient(DifferenceStep step) {
  /** An approximate solution of H x = v. */
  interface Solver {
    /**
     * The solution.
     *
     * @param hessian x ↦ H x
     * @param right v, not 0
     */
    double[] solve(UnaryOperator<double[]> hessian, double[] right);
  }

  Gradients at(BilevelProblem problem, double[] weights, double[] h, Solver solver) {
    Gradients outer = problem.outer(weights, h, GradientTarget.BOTH);
    if (FlatAlgebra.norm(outer.weights()) == 0) {
      return new Gradients(outer.value(), new double[0], outer.hyperparameters());
    }
    UnaryOperator<double[]> hessian =
        HessianVectorProduct.ofInnerWeights(problem, weights, h, step);
    double[] answer = solver.solve(hessian, outer.weights());
    double[] mixed =
        step.derivative(
            w -> problem.inner(w, h, GradientTarget.STRUCTURE).hyperparameters(),
            weights,
            answer,
            h.length);
    return new Gradients(
        outer.value(), new double[0], FlatAlgebra.plus(outer.hyperparameters(), -1, mixed));
  }
}
