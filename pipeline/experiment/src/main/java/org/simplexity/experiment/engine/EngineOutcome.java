package org.simplexity.experiment.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.simplexity.experiment.run.Outcome;
import org.simplexity.experiment.run.TaskStatus;
import org.simplexity.experiment.stage.ExitCode;
import org.simplexity.experiment.stage.ExperimentRun;
import org.simplexity.experiment.stage.RunTags;
import org.simplexity.tracking.RunStatus;
import org.simplexity.tracking.RunSummary;
import org.simplexity.tracking.TrackedRun;
import org.simplexity.tracking.Tracker;

/** How one run of an experiment on an engine ended. */
public final class EngineOutcome {
  private final RunSummary parent;
  private final List<Outcome> outcomes;

  private EngineOutcome(RunSummary parent, List<Outcome> outcomes) {
    this.parent = parent;
    this.outcomes = List.copyOf(outcomes);
  }

  /**
   * Looks up how every task of a plan ended, and closes the parent run accordingly, and those runs
   * below it that nobody writes to any more. Of several finished runs of one task the newest stays
   * finished, since tasks downstream built on it.
   *
   * @param tracker where
   * @param parentId id of the run that {@link EnginePlan#open} answered
   * @param folder folder for the plan, fetched from that run
   * @throws IOException if the plan cannot be read
   */
  public static EngineOutcome conclude(Tracker tracker, String parentId, Path folder)
      throws IOException {
    RunSummary parent = tracker.get(parentId);
    Path kept = folder.resolve(parentId).resolve(EnginePlan.ARTIFACT);
    tracker.download(parentId, EnginePlan.ARTIFACT, kept);
    JsonNode plan = new ObjectMapper().readTree(kept.toFile());
    TaskRuns runs = TaskRuns.of(tracker, parent, plan.path("reuse").asText());
    List<Outcome> outcomes = new ArrayList<>();
    plan.path("tasks")
        .forEach(
            task ->
                outcomes.add(
                    runs.outcome(task.path("id").asText(), task.path("cell_key").asText())));
    runs.unfinished().forEach(id -> tracker.close(id, RunStatus.FAILED));
    runs.superseded().forEach(id -> tracker.close(id, RunStatus.KILLED));
    close(tracker, parentId, outcomes);
    return new EngineOutcome(tracker.get(parentId), outcomes);
  }

  /** How every task ended, in the order of the plan. */
  public List<Outcome> tasks() {
    return outcomes;
  }

  /** The worst end of all tasks. */
  public ExitCode worst() {
    return worst(outcomes);
  }

  /** The result for the engine. */
  public ObjectNode json() {
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("event", "result");
    answer.put("run_id", parent.id());
    answer.put("status", worst() == ExitCode.DONE ? "finished" : "failed");
    answer.put("exit_code", worst().code());
    answer.put("page", parent.tags().getOrDefault(ExperimentRun.PAGE, ""));
    ObjectNode metrics = answer.putObject("metrics");
    parent.metrics().forEach(metrics::put);
    ArrayNode tasks = answer.putArray("tasks");
    for (Outcome outcome : outcomes) {
      ObjectNode task = tasks.addObject().put("id", outcome.task());
      task.put("status", outcome.status().toString()).put("exit_code", outcome.code().code());
      task.put("run_id", outcome.runId().orElse(null));
    }
    return answer;
  }

  private static void close(Tracker tracker, String parentId, List<Outcome> outcomes) {
    try (TrackedRun run = tracker.attach(parentId)) {
      ObjectNode reused = JsonNodeFactory.instance.objectNode();
      outcomes.stream()
          .filter(outcome -> outcome.status() == TaskStatus.REUSED)
          .forEach(outcome -> reused.put(outcome.task(), outcome.runId().orElseThrow()));
      Map<String, String> tags = new LinkedHashMap<>();
      if (!reused.isEmpty()) {
        tags.put(RunTags.REUSED, reused.toString());
      }
      run.tags(tags);
      run.finish(worst(outcomes) == ExitCode.DONE ? RunStatus.FINISHED : RunStatus.FAILED);
    }
  }

  /** A task that never ran is bad only because of others; alone, the engine failed it. */
  private static ExitCode worst(List<Outcome> outcomes) {
    ExitCode worst = ExitCode.worst(outcomes.stream().map(Outcome::code).toList());
    boolean whole = outcomes.stream().noneMatch(task -> task.status() == TaskStatus.NOT_RUN);
    return worst == ExitCode.DONE && !whole ? ExitCode.INFRASTRUCTURE : worst;
  }

  static Duration time(RunSummary run) {
    return run.end() == null ? Duration.ZERO : Duration.between(run.start(), run.end());
  }
}
