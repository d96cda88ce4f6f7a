package org.simplexity.method.bilevel;

import java.util.function.UnaryOperator;
import org.simplexity.kernel.GradientTarget;

/**
 * v ↦ ∇²f(x) v of a loss f at a fixed point x, by a central difference of its gradient along v: two
 * gradients a product, none where v = 0.
 */
public final class HessianVectorProduct implements UnaryOperator<double[]> {
  private final UnaryOperator<double[]> gradient;
  private final double[] point;
  private final DifferenceStep step;

  /**
   * The Hessian of a loss at a point.
   *
   * @param gradient ∇f
   * @param point x, copied
   * @param step of the differences
   */
  public HessianVectorProduct(
      UnaryOperator<double[]> gradient, double[] point, DifferenceStep step) {
    this.gradient = gradient;
    this.point = point.clone();
    this.step = step;
  }

  /**
   * ∇²_w L at fixed h.
   *
   * @param problem losses
   * @param weights w
   * @param hyperparameters h
   * @param step of the differences
   */
  public static HessianVectorProduct ofInnerWeights(
      BilevelProblem problem, double[] weights, double[] hyperparameters, DifferenceStep step) {
    return new HessianVectorProduct(
        w -> problem.inner(w, hyperparameters, GradientTarget.WEIGHTS).weights(), weights, step);
  }

  /**
   * ∇²_h Q at fixed w: its dominant eigenvalue tells a search that falls into sharp minima of the
   * structure (Zela et al. 2020, §3.2).
   *
   * @param problem losses
   * @param weights w
   * @param hyperparameters h
   * @param step of the differences
   */
  public static HessianVectorProduct ofOuterHyperparameters(
      BilevelProblem problem, double[] weights, double[] hyperparameters, DifferenceStep step) {
    return new HessianVectorProduct(
        h -> problem.outer(weights, h, GradientTarget.STRUCTURE).hyperparameters(),
        hyperparameters,
        step);
  }

  /** Length of x and of v. */
  public int length() {
    return point.length;
  }

  /**
   * ∇²f(x) v.
   *
   * @param direction v
   * @throws IllegalArgumentException if v has not the length of x
   */
  @Override
  public double[] apply(double[] direction) {
    if (direction.length != point.length) {
      throw new IllegalArgumentException(
          "direction of length %d must have length %d".formatted(direction.length, point.length));
    }
    return step.derivative(gradient, point, direction, point.length);
  }
}
