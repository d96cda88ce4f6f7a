package org.simplexity.experiment.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.simplexity.experiment.run.Outcome;
import org.simplexity.experiment.run.TaskStatus;
import org.simplexity.experiment.stage.ExitCode;
import org.simplexity.experiment.stage.HeadlineMetrics;
import org.simplexity.experiment.stage.Reuse;
import org.simplexity.experiment.stage.RunTags;
import org.simplexity.tracking.RunStatus;
import org.simplexity.tracking.RunSummary;
import org.simplexity.tracking.Tracker;

/** The runs that tell how the tasks below one parent ended, newest first. */
record TaskRuns(RunSummary parent, Reuse reuse, Map<String, List<RunSummary>> byKey) {
  static TaskRuns of(Tracker tracker, RunSummary parent, String reuse) {
    String experiment = parent.tags().getOrDefault(RunTags.EXPERIMENT, parent.name());
    Map<String, List<RunSummary>> byKey = new HashMap<>();
    for (RunSummary run : tracker.find(experiment, Map.of())) {
      String key = run.tags().get(RunTags.CELL_KEY);
      if (key != null) {
        byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(run);
      }
    }
    return new TaskRuns(parent, new Reuse.Converter().convert(reuse), byKey);
  }

  /** How a task ended: by a finished run below the parent, one that stands for it, a failed one. */
  Outcome outcome(String task, String cellKey) {
    List<RunSummary> runs = byKey.getOrDefault(cellKey, List.of());
    List<RunSummary> own = runs.stream().filter(this::below).toList();
    Optional<RunSummary> finished = finished(own);
    if (finished.isPresent()) {
      return outcome(task, TaskStatus.FINISHED, finished.get(), ExitCode.DONE);
    }
    Optional<RunSummary> elsewhere =
        finished(runs.stream().filter(run -> reuse.takes(run, parent.id())).toList());
    if (elsewhere.isPresent()) {
      return outcome(task, TaskStatus.REUSED, elsewhere.get(), ExitCode.DONE);
    }
    return own.stream()
        .findFirst()
        .map(run -> outcome(task, TaskStatus.FAILED, run, code(run)))
        .orElseGet(() -> notRun(task));
  }

  /** Runs below the parent whose processes died without ending them. */
  List<String> unfinished() {
    return byKey.values().stream()
        .flatMap(List::stream)
        .filter(run -> below(run) && !run.status().ended())
        .map(RunSummary::id)
        .toList();
  }

  /**
   * Finished runs that a later try of the same task has replaced: the engine had lost a try whose
   * process went on to its end.
   */
  List<String> superseded() {
    return byKey.values().stream()
        .flatMap(runs -> runs.stream().filter(this::below).filter(TaskRuns::finished).skip(1))
        .map(RunSummary::id)
        .toList();
  }

  private static boolean finished(RunSummary run) {
    return run.status() == RunStatus.FINISHED;
  }

  private boolean below(RunSummary run) {
    return parent.id().equals(run.parent());
  }

  private static Optional<RunSummary> finished(List<RunSummary> runs) {
    return runs.stream().filter(TaskRuns::finished).findFirst();
  }

  private static Outcome outcome(String task, TaskStatus status, RunSummary run, ExitCode code) {
    Optional<String> id = Optional.of(run.id());
    return new Outcome(task, status, id, code, EngineOutcome.time(run), HeadlineMetrics.of(run));
  }

  private static Outcome notRun(String task) {
    return new Outcome(
        task, TaskStatus.NOT_RUN, Optional.empty(), ExitCode.DONE, Duration.ZERO, Map.of());
  }

  /** What the stage said; one that could not say anything was ended by the machine. */
  private static ExitCode code(RunSummary run) {
    return ExitCode.meaning(run.tags().getOrDefault(RunTags.FAILURE, ""))
        .orElse(ExitCode.INFRASTRUCTURE);
  }
}
