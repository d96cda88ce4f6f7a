package org.simplexity.method;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * One optimiser with its schedule and clipping.
 *
 * @param kind update rule
 * @param learningRate initial learning rate
 * @param momentum momentum of {@code sgd}; {@code adam} does not use it
 * @param beta1 decay of the first moment of {@code adam}; {@code sgd} does not use it
 * @param beta2 decay of the second moment of {@code adam}; {@code sgd} does not use it
 * @param weightDecay L2 penalty added to the gradient
 * @param clipNorm largest Euclidean norm of the gradient; 0 turns it off
 * @param clipValue largest absolute value of a coordinate of the gradient; 0 turns it off
 * @param schedule learning rate over epochs
 */
public record OptimiserSettings(
    OptimiserKind kind,
    @Positive double learningRate,
    @DecimalMin("0") @DecimalMax(value = "1", inclusive = false) double momentum,
    @DecimalMin("0") @DecimalMax(value = "1", inclusive = false) double beta1,
    @DecimalMin("0") @DecimalMax(value = "1", inclusive = false) double beta2,
    @PositiveOrZero double weightDecay,
    @PositiveOrZero double clipNorm,
    @PositiveOrZero double clipValue,
    ScheduleSettings schedule) {

  /**
   * SGD as DARTS trains weights: 0.025, momentum 0.9, decay 3e-4, norm 5 (Liu et al. 2019, §A.1.1).
   */
  public static OptimiserSettings weights() {
    return new OptimiserSettings(
        OptimiserKind.SGD, 0.025, 0.9, 0.9, 0.999, 3e-4, 5, 0, ScheduleSettings.defaults());
  }

  /**
   * Adam as DARTS trains structure: 3e-4, betas 0.5 and 0.999, decay 1e-3 (Liu et al. 2019,
   * §A.1.1).
   */
  public static OptimiserSettings structure() {
    return new OptimiserSettings(
        OptimiserKind.ADAM, 3e-4, 0, 0.5, 0.999, 1e-3, 0, 0, ScheduleSettings.constant());
  }
}
