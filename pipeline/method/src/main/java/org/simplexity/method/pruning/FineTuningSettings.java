package org.simplexity.method.pruning;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import org.simplexity.method.OptimiserKind;
import org.simplexity.method.OptimiserSettings;
import org.simplexity.method.ScheduleSettings;

/**
 * Training of what is left of a network after a removal.
 *
 * @param epochs passes over the training images; 0 for none
 * @param optimiser optimiser
 */
public record FineTuningSettings(@Min(0) int epochs, @Valid OptimiserSettings optimiser) {
  /** None; if epochs are asked for, with the optimiser of the document's fitting. */
  public static FineTuningSettings defaults() {
    return new FineTuningSettings(
        0,
        new OptimiserSettings(
            OptimiserKind.ADAM, 5e-4, 0, 0.9, 0.999, 0, 0, 1, ScheduleSettings.constant()));
  }
}
