package org.simplexity.experiment.stage;

import java.util.Map;

/**
 * The work of one stage.
 *
 * <p>An implementation asks in its constructor for what it needs of: {@link
 * org.simplexity.experiment.Experiment} (effective for this task's cell), the tracked run, {@link
 * Upstream}, {@link Progress}, {@link Metrics}, {@link Checkpoints}, {@link WorkFolder}, {@link
 * org.simplexity.data.Seed}.
 */
public interface Stage {
  /**
   * Does the work.
   *
   * @return the headline metrics by name, printed in the result line and the table of results;
   *     those that were not recorded as curves are logged to the run at step 0
   * @throws Exception by type: see {@link ExitCode}
   */
  Map<String, Double> run() throws Exception;
}
