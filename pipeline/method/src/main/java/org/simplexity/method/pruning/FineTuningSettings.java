package org.simplexity.method.pruning;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import org.simplexity.method.OptimiserSettings;
import org.simplexity.method.weights.FamilySettings;

/**
 * Training of what is left of a network after a removal.
 *
 * @param epochs passes over the training images; 0 for none
 * @param optimiser optimiser
 */
public record FineTuningSettings(@Min(0) int epochs, @Valid OptimiserSettings optimiser) {
  /** None; if epochs are asked for, with the optimiser of the document's fitting. */
  public static FineTuningSettings defaults() {
    return new FineTuningSettings(0, FamilySettings.defaults().optimiser());
  }
}
