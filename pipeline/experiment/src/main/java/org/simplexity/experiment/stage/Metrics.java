package org.simplexity.experiment.stage;

import java.util.Map;

/**
 * Curves of a run that survive a restart.
 *
 * <p>What is recorded goes to the tracked run and into every later {@link Checkpoints#save
 * checkpoint}; {@link Checkpoints#latest} replays it, so that the run of a resumed task holds whole
 * curves.
 */
@FunctionalInterface
public interface Metrics {
  /**
   * Records values at one step.
   *
   * @param step step of the curves, usually the epoch from 1
   * @param values metric name to value
   */
  void record(long step, Map<String, Double> values);
}
