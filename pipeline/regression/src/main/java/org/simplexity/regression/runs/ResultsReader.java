package org.simplexity.regression.runs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.simplexity.experiment.graph.StageDescription;
import org.simplexity.experiment.graph.Stages;
import org.simplexity.experiment.stage.HeadlineMetrics;
import org.simplexity.experiment.stage.RunTags;
import org.simplexity.tracking.RunStatus;
import org.simplexity.tracking.RunSummary;
import org.simplexity.tracking.Tracker;

/** Gathers what an experiment left in the tracker: runs below its own, and those it reused. */
public final class ResultsReader {
  private static final String PARENT = "mlflow.parentRunId";
  private static final String LONG = "tags/" + RunTags.REUSED + ".txt";
  private static final Set<String> GATHERING =
      Stages.ALL.stream()
          .filter(stage -> stage.fan() instanceof StageDescription.Fan.Once)
          .map(StageDescription::name)
          .collect(Collectors.toUnmodifiableSet());
  private final Tracker tracker;

  /**
   * Reads from a tracker.
   *
   * @param tracker tracker
   */
  public ResultsReader(Tracker tracker) {
    this.tracker = tracker;
  }

  /**
   * The results of an experiment.
   *
   * @param runId id of the run of the whole experiment
   * @throws org.simplexity.tracking.TrackingException if there is no such run, or the server does
   *     not answer
   * @throws IOException if artifacts cannot be kept for reading
   */
  public ExperimentResults read(String runId) throws IOException {
    RunSummary parent = tracker.get(runId);
    String experiment = parent.tags().getOrDefault(RunTags.EXPERIMENT, parent.name());
    Map<String, List<RunSummary>> byTask = new LinkedHashMap<>();
    for (RunSummary run : tracker.find(experiment, Map.of(PARENT, runId))) {
      byTask.computeIfAbsent(task(run), task -> new ArrayList<>()).add(run);
    }
    for (Map.Entry<String, String> reused : reused(parent).entrySet()) {
      byTask.put(reused.getKey(), List.of(tracker.get(reused.getValue())));
    }
    List<TaskResult> tasks = new ArrayList<>();
    List<FailedTask> failures = new ArrayList<>();
    for (Map.Entry<String, List<RunSummary>> runs : byTask.entrySet()) {
      add(runs.getKey(), runs.getValue(), tasks, failures);
    }
    return new ExperimentResults(
        runId, experiment, parent.status(), parent.tags(), parent.parameters(), tasks, failures);
  }

  private void add(
      String task, List<RunSummary> newestFirst, List<TaskResult> tasks, List<FailedTask> failures)
      throws IOException {
    for (RunSummary run : newestFirst) {
      if (run.status() == RunStatus.FINISHED) {
        if (!GATHERING.contains(run.tags().getOrDefault(RunTags.STAGE, ""))) {
          tasks.add(result(task, run));
        }
        return;
      }
    }
    RunSummary last = newestFirst.get(0);
    String state = last.status().name().toLowerCase(Locale.ROOT);
    failures.add(
        new FailedTask(
            task,
            last.id(),
            last.tags().getOrDefault(RunTags.FAILURE, state),
            last.tags().getOrDefault(RunTags.FAILURE_MESSAGE, "")));
  }

  private TaskResult result(String task, RunSummary run) throws IOException {
    Map<String, Double> metrics = new LinkedHashMap<>(run.metrics());
    metrics.putAll(HeadlineMetrics.of(run));
    String stage = run.tags().getOrDefault(RunTags.STAGE, "");
    Map<String, String> data =
        stage.equals("data-prep") ? new PreparedData(tracker, run.id()).checksums() : Map.of();
    return new TaskResult(run.id(), stage, task, run.parameters(), metrics, data);
  }

  private static String task(RunSummary run) {
    return run.tags().getOrDefault(RunTags.TASK, run.name());
  }

  /** Task to run; a long tag is cut, and whole in an artifact. */
  private Map<String, String> reused(RunSummary parent) throws IOException {
    String tag = parent.tags().get(RunTags.REUSED);
    if (tag == null) {
      return Map.of();
    }
    String whole = tag.endsWith("}") ? tag : Artifact.text(tracker, parent.id(), LONG);
    Map<String, String> runs = new LinkedHashMap<>();
    Json.read(whole, "tag " + RunTags.REUSED + " of run " + parent.id())
        .properties()
        .forEach(task -> runs.put(task.getKey(), task.getValue().asText()));
    return runs;
  }
}
