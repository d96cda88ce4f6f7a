package org.simplexity.method.bilevel;

import org.simplexity.kernel.GradientTarget;

/**
 * The gradient across one step of gradient descent, w' = w − ξ ∇_w L(w, h):
 *
 * <pre>d/dh Q(w', h) ≈ ∇_h Q(w', h) − ξ (∇_h L(w⁺, h) − ∇_h L(w⁻, h)) / 2ε,
 * w± = w ± ε ∇_w' Q(w', h),  ε = perturbation / ‖∇_w' Q(w', h)‖</pre>
 *
 * <p>(Liu et al. 2019, §2.3, eq. 7 and 8). The value is Q(w', h), which costs nothing more. Two
 * gradients in w, three in h; where ∇_w' Q = 0 the second term is 0 and is not computed.
 *
 * @param rate ξ, positive: the learning rate of w; for ξ = 0 take {@link FirstOrder}
 * @param perturbation length of the move from w to w±, positive
 */
public record Unrolled(double rate, double perturbation) implements OuterGradient {
  private static final double PAPERS_PERTURBATION = 0.01;

  /** Checks the bounds. */
  public Unrolled {
    if (!(rate > 0) || Double.isInfinite(rate)) {
      throw new IllegalArgumentException("rate " + rate + " must be positive and finite");
    }
    if (!(perturbation > 0) || Double.isInfinite(perturbation)) {
      throw new IllegalArgumentException(
          "perturbation " + perturbation + " must be positive and finite");
    }
  }

  /**
   * With the paper's perturbation, 0.01.
   *
   * @param rate ξ
   */
  public static Unrolled ofRate(double rate) {
    return new Unrolled(rate, PAPERS_PERTURBATION);
  }

  @Override
  public Gradients at(BilevelProblem problem, double[] weights, double[] hyperparameters) {
    double[] descent = problem.inner(weights, hyperparameters, GradientTarget.WEIGHTS).weights();
    double[] stepped = FlatAlgebra.plus(weights, -rate, descent);
    Gradients outer = problem.outer(stepped, hyperparameters, GradientTarget.BOTH);
    double norm = FlatAlgebra.norm(outer.weights());
    if (norm == 0) {
      return new Gradients(outer.value(), new double[0], outer.hyperparameters());
    }
    double step = perturbation / norm;
    double[] above = structure(problem, weights, step, outer, hyperparameters);
    double[] below = structure(problem, weights, -step, outer, hyperparameters);
    double[] mixed = FlatAlgebra.plus(above, -1, below);
    return new Gradients(
        outer.value(),
        new double[0],
        FlatAlgebra.plus(outer.hyperparameters(), -rate / (2 * step), mixed));
  }

  private static double[] structure(
      BilevelProblem problem, double[] weights, double step, Gradients outer, double[] h) {
    double[] moved = FlatAlgebra.plus(weights, step, outer.weights());
    return problem.inner(moved, h, GradientTarget.STRUCTURE).hyperparameters();
  }
}
