package org.simplexity.method;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;
import org.simplexity.method.bilevel.ConjugateGradients;
import org.simplexity.method.bilevel.DifferenceStep;
import org.simplexity.method.bilevel.FirstOrder;
import org.simplexity.method.bilevel.Neumann;
import org.simplexity.method.bilevel.OuterGradient;
import org.simplexity.method.bilevel.Unrolled;

/**
 * Gradient of the structure, and of learned precisions, across the training of the weights.
 *
 * @param gradient which gradient
 * @param rate ξ, the step of the weights of {@code unrolled} and of the series of {@code neumann};
 *     without it the weights' learning rate of the epoch
 * @param perturbation of {@code unrolled}: the weights are moved by this over the norm of their
 *     gradient
 * @param terms terms of {@code neumann} after the first
 * @param iterations most iterations of {@code conjugate-gradients}
 * @param tolerance of {@code conjugate-gradients}: norm of the residual over that of the right side
 * @param damping of {@code conjugate-gradients}: added to the Hessian's diagonal
 */
public record OuterGradientSettings(
    OuterGradientKind gradient,
    @Nullable @Positive Double rate,
    @Positive double perturbation,
    @Min(0) int terms,
    @Min(1) int iterations,
    @Positive double tolerance,
    @PositiveOrZero double damping) {
  /** First order, as the quick variant of DARTS; the others as their papers set them. */
  public static OuterGradientSettings defaults() {
    return new OuterGradientSettings(OuterGradientKind.FIRST_ORDER, null, 0.01, 5, 5, 1e-2, 1);
  }

  /** The same with another gradient. */
  public OuterGradientSettings withGradient(OuterGradientKind other) {
    return new OuterGradientSettings(
        other, rate, perturbation, terms, iterations, tolerance, damping);
  }

  /** Whether only the gradient at fixed weights counts. */
  boolean isFirstOrder() {
    return gradient == OuterGradientKind.FIRST_ORDER;
  }

  /**
   * The gradient of an epoch.
   *
   * @param weightsRate learning rate of the weights
   */
  OuterGradient of(double weightsRate) {
    double step = rate == null ? weightsRate : rate;
    return switch (gradient) {
      case FIRST_ORDER -> new FirstOrder();
      case UNROLLED -> new Unrolled(step, perturbation);
      case NEUMANN -> new Neumann(terms, step, DifferenceStep.singlePrecision());
      case CONJUGATE_GRADIENTS ->
          new ConjugateGradients(iterations, tolerance, damping, DifferenceStep.singlePrecision());
    };
  }
}
