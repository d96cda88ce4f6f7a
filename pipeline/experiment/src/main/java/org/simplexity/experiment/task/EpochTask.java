package org.simplexity.experiment.task;

import java.util.Map;
import org.simplexity.method.MethodState;

/** Work that goes on epoch by epoch and can be stopped between two. */
public interface EpochTask {
  /**
   * Runs one epoch.
   *
   * @param epoch epoch, counted from 1
   * @return metrics of the epoch by name
   */
  Map<String, Double> epoch(int epoch);

  /** Whether nothing is left to be done, though epochs are. */
  default boolean finished() {
    return false;
  }

  /** Everything that {@link #restore} needs to go on bit for bit. */
  MethodState state();

  /**
   * Goes back to a state.
   *
   * @param state what {@link #state} returned after some epoch
   */
  void restore(MethodState state);
}
