package org.simplexity.experiment.run;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.simplexity.experiment.graph.PlannedTask;
import org.simplexity.experiment.stage.ExitCode;
import org.simplexity.experiment.stage.HeadlineMetrics;
import org.simplexity.experiment.stage.RunTags;
import org.simplexity.tracking.RunStatus;
import org.simplexity.tracking.RunSummary;
import org.simplexity.tracking.Tracker;

/** Runs of this experiment that ended well, by cell key. */
final class FinishedCells {
  private final Map<String, RunSummary> byKey = new LinkedHashMap<>();

  /** None: everything runs again. */
  FinishedCells() {}

  /** Those in the tracker; of several the newest. */
  FinishedCells(Tracker tracker, String experiment) {
    List<RunSummary> newestFirst = tracker.find(experiment, Map.of());
    for (RunSummary run : newestFirst) {
      String key = run.tags().get(RunTags.CELL_KEY);
      if (key != null && run.status() == RunStatus.FINISHED) {
        byKey.putIfAbsent(key, run);
      }
    }
  }

  Optional<RunSummary> run(PlannedTask task) {
    return Optional.ofNullable(byKey.get(task.cellKey()));
  }

  /** The outcome of a task that need not run. */
  Optional<Outcome> outcome(PlannedTask task) {
    return run(task)
        .map(
            run ->
                new Outcome(
                    task.id(),
                    TaskStatus.REUSED,
                    Optional.of(run.id()),
                    ExitCode.DONE,
                    Duration.ZERO,
                    HeadlineMetrics.of(run)));
  }
}
