package org.simplexity.method.pruning;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;

/**
 * Removal of weights, and the accuracy that is left.
 *
 * @param criteria orders of removal; the first is the one of headlines and tables
 * @param scope among which weights shares are counted
 * @param removed shares of the weights to remove, increasing
 * @param fineTuning training of what is left, for the first criterion
 */
public record PruningSettings(
    @NotEmpty List<PruningCriterion> criteria,
    PruningScope scope,
    @NotEmpty List<Double> removed,
    @Valid FineTuningSettings fineTuning) {
  /** Copies the lists and checks them. */
  public PruningSettings {
    criteria = List.copyOf(criteria);
    removed = List.copyOf(removed);
    if (criteria.stream().distinct().count() != criteria.size()) {
      throw new IllegalArgumentException("criteria " + criteria + " names one criterion twice");
    }
    for (int i = 0; i < removed.size(); i++) {
      PruningMask.checkShare(removed.get(i));
      if (i > 0 && removed.get(i) <= removed.get(i - 1)) {
        throw new IllegalArgumentException(
            "removed %s must increase, but %s follows %s"
                .formatted(removed, removed.get(i), removed.get(i - 1)));
      }
    }
  }

  /** The document's: relative density, by layer, 0, 10, … 90 %. */
  public static PruningSettings defaults() {
    return new PruningSettings(
        List.of(PruningCriterion.DENSITY),
        PruningScope.PER_LAYER,
        List.of(0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9),
        FineTuningSettings.defaults());
  }
}
