package org.simplexity.method;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;

/**
 * Training of a discrete network (Liu et al. 2019, §3.2).
 *
 * @param epochs passes over the training images
 * @param batch images a step
 * @param start starts to compare; each is a task of its own
 * @param includeValidation whether the validation split is trained on too; then no validation curve
 *     is logged
 * @param optimiser optimiser of the weights
 */
public record TrainingSettings(
    @Min(1) int epochs,
    @Min(1) int batch,
    @NotEmpty List<Start> start,
    boolean includeValidation,
    OptimiserSettings optimiser) {
  /** Copies the list and checks that no start is named twice. */
  public TrainingSettings {
    start = List.copyOf(start);
    if (start.stream().distinct().count() != start.size()) {
      throw new IllegalArgumentException("start " + start + " names one start twice");
    }
  }

  /** Both starts on all training images, with the optimiser of DARTS. */
  public static TrainingSettings defaults() {
    return new TrainingSettings(
        50, 96, List.of(Start.SCRATCH, Start.INHERITED), true, OptimiserSettings.weights());
  }
}
