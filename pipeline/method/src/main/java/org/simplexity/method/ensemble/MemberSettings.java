package org.simplexity.method.ensemble;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.simplexity.method.OptimiserSettings;
import org.simplexity.method.Start;
import org.simplexity.method.TrainingSettings;

/**
 * Training of the members of ensembles, on the train split alone: members are chosen on the
 * validation split.
 *
 * @param start where members that a supernet has weights for start; random structures start from
 *     scratch
 * @param fineTuneEpochs epochs of members with inherited weights; with 0 only their running
 *     statistics are estimated again
 * @param epochs epochs of members trained from scratch
 * @param batch images a step
 * @param optimiser optimiser of the weights
 */
public record MemberSettings(
    Start start,
    @Min(0) int fineTuneEpochs,
    @Min(1) int epochs,
    @Min(1) int batch,
    @Valid OptimiserSettings optimiser) {
  /** Inherited weights, fine-tuned for 5 epochs; 50 epochs from scratch; DARTS's optimiser. */
  public static MemberSettings defaults() {
    return new MemberSettings(Start.INHERITED, 5, 50, 96, OptimiserSettings.weights());
  }

  /** Epochs of a member with that start. */
  int epochs(Start from) {
    return from == Start.INHERITED ? fineTuneEpochs : epochs;
  }

  /** The training of a member with that start; its schedule has one epoch at least. */
  TrainingSettings training(Start from) {
    return new TrainingSettings(
        Math.max(1, epochs(from)), batch, List.of(from), false, optimiser, 0, 0);
  }
}
