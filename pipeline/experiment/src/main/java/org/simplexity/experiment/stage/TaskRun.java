package org.simplexity.experiment.stage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.simplexity.tracking.RunRequest;
import org.simplexity.tracking.TrackedRun;
import org.simplexity.tracking.Tracker;

/**
 * The run of one try of a task, to be made.
 *
 * @param experiment name of the experiment
 * @param stage name of the stage
 * @param task id of the task in its graph
 * @param cellKey key of its inputs
 * @param code digest of its code
 */
public record TaskRun(String experiment, String stage, String task, String cellKey, String code) {
  /**
   * Makes the run, with every tag from its first moment.
   *
   * @param tracker where
   * @param parent id of the run of the experiment
   * @param more tags of the engine's own
   */
  public TrackedRun start(Tracker tracker, Optional<String> parent, Map<String, String> more) {
    int before = tracker.find(experiment, Map.of(RunTags.CELL_KEY, cellKey)).size();
    Map<String, String> tags = new LinkedHashMap<>(more);
    tags.put(RunTags.STAGE, stage);
    tags.put(RunTags.TASK, task);
    tags.put(RunTags.CELL_KEY, cellKey);
    tags.put(RunTags.EXPERIMENT, experiment);
    tags.put(RunTags.CODE_VERSION, MachineFacts.codeVersion(code));
    tags.put(RunTags.HOST, MachineFacts.host());
    tags.put(RunTags.TRY, String.valueOf(before + 1));
    return tracker.start(new RunRequest(experiment, task, parent.orElse(null), tags));
  }
}
