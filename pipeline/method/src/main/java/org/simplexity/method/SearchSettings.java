package org.simplexity.method;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * Alternating first-order search of structure and weights (Liu et al. 2019, §2.2-2.3).
 *
 * @param epochs passes over the train split
 * @param batch images a step, on the train and on the validation split alike
 * @param warmUpEpochs first epochs in which only the weights move
 * @param initialScale standard deviation of the initial structure parameters around zero
 * @param weights optimiser of the weights on the train split
 * @param structure optimiser of the structure parameters on the validation split
 */
public record SearchSettings(
    @Min(1) int epochs,
    @Min(1) int batch,
    @Min(0) int warmUpEpochs,
    @PositiveOrZero double initialScale,
    OptimiserSettings weights,
    OptimiserSettings structure) {
  /** Checks that the structure moves in at least one epoch. */
  public SearchSettings {
    if (warmUpEpochs >= epochs && epochs > 0) {
      throw new IllegalArgumentException(
          "warm_up_epochs "
              + warmUpEpochs
              + " leaves none of the "
              + epochs
              + " epochs to the structure");
    }
  }

  /** The settings of DARTS on CIFAR-10 (Liu et al. 2019, §A.1.1). */
  public static SearchSettings defaults() {
    return new SearchSettings(
        50, 64, 0, 1e-3, OptimiserSettings.weights(), OptimiserSettings.structure());
  }
}
