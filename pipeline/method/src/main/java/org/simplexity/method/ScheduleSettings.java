package org.simplexity.method;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * Learning rate over epochs.
 *
 * @param kind shape of the curve
 * @param finalRate rate at the end of a {@code cosine} schedule
 * @param stepEpochs epochs between two steps of a {@code step} schedule
 * @param stepFactor factor of one step of a {@code step} schedule
 */
public record ScheduleSettings(
    ScheduleKind kind,
    @PositiveOrZero double finalRate,
    @Min(1) int stepEpochs,
    @Positive double stepFactor) {

  /** Cosine annealing to 0.001, as DARTS anneals its weights (Liu et al. 2019, §A.1.1). */
  public static ScheduleSettings defaults() {
    return new ScheduleSettings(ScheduleKind.COSINE, 0.001, 10, 0.1);
  }

  /** The same rate throughout. */
  public static ScheduleSettings constant() {
    ScheduleSettings base = defaults();
    return new ScheduleSettings(
        ScheduleKind.CONSTANT, base.finalRate, base.stepEpochs, base.stepFactor);
  }
}
