package org.simplexity.method;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import org.simplexity.space.Regularisation;

/**
 * Training of a discrete network (Liu et al. 2019, §3.2).
 *
 * @param epochs passes over the training images
 * @param batch images a step
 * @param start starts to compare; each is a task of its own
 * @param includeValidation whether the validation split is trained on too; then no validation curve
 *     is logged
 * @param optimiser optimiser of the weights
 * @param auxiliaryWeight weight of the loss of an auxiliary head on the second reduction cell; 0
 *     for none, 0.4 in DARTS
 * @param dropPathProbability probability p of dropping an edge for an image at the end: in epoch e
 *     of E, counted from 1, it is p (e − 1) / E; 0 for never, 0.2 in DARTS
 */
public record TrainingSettings(
    @Min(1) int epochs,
    @Min(1) int batch,
    @NotEmpty List<Start> start,
    boolean includeValidation,
    OptimiserSettings optimiser,
    @PositiveOrZero double auxiliaryWeight,
    @PositiveOrZero @DecimalMax(value = "1", inclusive = false) double dropPathProbability) {
  /** Copies the list and checks that no start is named twice. */
  public TrainingSettings {
    start = List.copyOf(start);
    if (start.stream().distinct().count() != start.size()) {
      throw new IllegalArgumentException("start " + start + " names one start twice");
    }
  }

  /**
   * Both starts on all training images, with the optimiser of DARTS; neither auxiliary head nor
   * drop-path.
   */
  public static TrainingSettings defaults() {
    return new TrainingSettings(
        50, 96, List.of(Start.SCRATCH, Start.INHERITED), true, OptimiserSettings.weights(), 0, 0);
  }

  /** What a network has to have to be trained by these settings. */
  public Regularisation regularisation() {
    return new Regularisation(auxiliaryWeight, dropPathProbability > 0);
  }

  /** Probability of dropping an edge in an epoch, counted from 1. */
  double dropPathProbability(int epoch) {
    return dropPathProbability * (epoch - 1) / epochs;
  }
}
