package org.simplexity.experiment.stage;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.inject.Guice;
import com.google.inject.Module;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.simplexity.experiment.file.ExperimentFile;
import org.simplexity.experiment.graph.StageDescription;
import org.simplexity.experiment.graph.Stages;
import org.simplexity.tracking.RunStatus;
import org.simplexity.tracking.TrackedRun;
import org.simplexity.tracking.Tracker;

/**
 * One try of one task: its run, its inputs, its checkpoints, from opening to the status it ends
 * with.
 */
final class StageSession {
  private final StageArguments arguments;
  private final TaskIdentity task;
  private final StageDescription stage;
  private final Tracker tracker;
  private final TrackedRun run;
  private final TrackedCheckpoints checkpoints;
  private final ResumableMetrics metrics;
  private final AtomicBoolean ended = new AtomicBoolean();

  StageSession(
      StageArguments arguments, TaskIdentity task, StageDescription stage, Tracker tracker) {
    this.arguments = arguments;
    this.task = task;
    this.stage = stage;
    this.tracker = tracker;
    this.run = open();
    this.metrics = new ResumableMetrics(run);
    this.checkpoints = checkpoints();
  }

  /** Id of the run. */
  String runId() {
    return run.id();
  }

  /** Logs where everything came from, then does the work. */
  Map<String, Double> work(Module module, Progress progress) throws Exception {
    logOrigin();
    WorkFolder folder =
        new WorkFolder(arguments.work(), arguments.work().resolve("tasks").resolve(task.cellKey()));
    var tools =
        new StageBindings.Tools(
            task.upstream(), progress, metrics, checkpoints, folder, tracker.models());
    try (ParentLink parent = new ParentLink(tracker, arguments.parent(), run)) {
      Module bindings = new StageBindings(task.experiment(), run, parent, tools);
      Stage work =
          Guice.createInjector(com.google.inject.Stage.PRODUCTION, bindings, module)
              .getInstance(Stage.class);
      Map<String, Double> headline = new LinkedHashMap<>(work.run());
      metrics.complete(headline);
      return headline;
    }
  }

  /** Marks the run as finished; returns when everything has arrived. */
  void finish(Map<String, Double> headline) throws IOException {
    run.tags(Map.of(RunTags.HEADLINE, HeadlineMetrics.tag(headline)));
    if (ended.compareAndSet(false, true)) {
      run.finish(RunStatus.FINISHED);
    }
    checkpoints.clear();
  }

  /** Marks the run as failed or killed, with the reason; keeps the last checkpoint. */
  void fail(RunStatus status, ExitCode code, String message) {
    if (ended.compareAndSet(false, true)) {
      run.tags(Map.of(RunTags.FAILURE, code.meaning(), RunTags.FAILURE_MESSAGE, message));
      checkpoints.upload();
      run.finish(status);
    }
  }

  private TrackedRun open() {
    if (arguments.run().isPresent()) {
      return tracker.attach(arguments.run().get());
    }
    String id = arguments.task().orElse(stage.name());
    String experiment = task.experiment().name();
    return new TaskRun(experiment, stage.name(), id, task.cellKey(), task.code())
        .start(tracker, arguments.parent(), arguments.tags());
  }

  private TrackedCheckpoints checkpoints() {
    Path folder = arguments.work().resolve("checkpoints").resolve(task.cellKey());
    Duration upload = Duration.ofSeconds(task.experiment().runtime().checkpointSeconds());
    return new TrackedCheckpoints(
        new TrackedCheckpoints.Owner(folder, task.experiment().name(), task.cellKey(), upload),
        tracker,
        run,
        metrics);
  }

  private void logOrigin() {
    run.parameters(Flat.parameters(task.experiment(), stage, Stages.ALL));
    run.tags(Map.of(RunTags.CELL_KEY, task.cellKey(), RunTags.LIBRARIES, MachineFacts.libraries()));
    ObjectNode origin = JsonNodeFactory.instance.objectNode();
    origin.put("stage", stage.name()).put("cell_key", task.cellKey()).put("code", task.code());
    origin.set("machine", MachineFacts.json());
    origin.set("experiment", ExperimentFile.json(task.experiment()));
    artifact("provenance/run.json", origin.toPrettyString(), "application/json");
    artifact("provenance/experiment.yaml", task.file().text(), "application/yaml");
  }

  private void artifact(String path, String text, String type) {
    run.artifact(path, text.getBytes(StandardCharsets.UTF_8), type);
  }
}
