package org.simplexity.method;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * The controller that draws discrete structures, and how it learns (Pham et al. 2018, §2.2-2.3).
 *
 * @param hidden hidden units of its LSTM
 * @param optimiser optimiser of its parameters
 * @param baselineDecay share of the moving average of rewards that stays in a step
 * @param entropyWeight weight of the entropy of its decisions beside the reward
 * @param temperature T of logits c tanh(z / T)
 * @param logitBound c of logits c tanh(z / T), which keeps every choice possible; 0 for z / T
 * @param steps steps of the controller an epoch, each on one validation batch
 * @param samples structures that are drawn and scored in a step
 * @param candidates structures that are drawn at the end, of which the best is taken
 */
public record ControllerSettings(
    @Min(1) int hidden,
    OptimiserSettings optimiser,
    @DecimalMin("0") @DecimalMax(value = "1", inclusive = false) double baselineDecay,
    @PositiveOrZero double entropyWeight,
    @Positive double temperature,
    @PositiveOrZero double logitBound,
    @Min(1) int steps,
    @Min(1) int samples,
    @Min(1) int candidates) {
  /**
   * 100 hidden units, temperature 5, bound 2.5 and entropy weight 1e-4 as in Pham et al. 2018,
   * §3.2; Adam at 0.0035, decay 0.99, 30 steps of 10 structures an epoch as in its published code
   * for cells.
   */
  public static ControllerSettings defaults() {
    OptimiserSettings optimiser =
        new OptimiserSettings(
            OptimiserKind.ADAM, 0.0035, 0, 0.9, 0.999, 0, 0, 0, ScheduleSettings.constant());
    return new ControllerSettings(100, optimiser, 0.99, 1e-4, 5, 2.5, 30, 10, 10);
  }
}
