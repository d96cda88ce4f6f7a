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
import org.simplexity.experiment.Experiment;
import org.simplexity.experiment.file.ExperimentFile;
import org.simplexity.experiment.graph.CellKey;
import org.simplexity.experiment.graph.CodeDigest;
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
  private final ExperimentFile file;
  private final Experiment experiment;
  private final StageDescription stage;
  private final Tracker tracker;
  private final TrackedUpstream upstream;
  private final String cellKey;
  private final String code;
  private final TrackedRun run;
  private final TrackedCheckpoints checkpoints;
  private final ResumableMetrics metrics;
  private final AtomicBoolean ended = new AtomicBoolean();

  StageSession(
      StageArguments arguments, ExperimentFile file, StageDescription stage, Tracker tracker)
      throws IOException {
    this.arguments = arguments;
    this.file = file;
    this.experiment = file.experiment(arguments.cell());
    this.stage = stage;
    this.tracker = tracker;
    this.upstream =
        new TrackedUpstream(
            arguments.upstream(), tracker, arguments.work().resolve("cache").resolve("artifacts"));
    this.code = CodeDigest.ofThisProcess();
    this.cellKey = CellKey.of(stage, code, experiment, upstream.cellKeys());
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
        new WorkFolder(arguments.work(), arguments.work().resolve("tasks").resolve(cellKey));
    var tools =
        new StageBindings.Tools(upstream, progress, metrics, checkpoints, folder, tracker.models());
    try (ParentLink parent = new ParentLink(tracker, arguments.parent(), run)) {
      Module bindings = new StageBindings(experiment, run, parent, tools);
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
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    headline.forEach(values::put);
    run.tags(Map.of(RunTags.HEADLINE, values.toString()));
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
    String task = arguments.task().orElse(stage.name());
    return new TaskRun(experiment.name(), stage.name(), task, cellKey, code)
        .start(tracker, arguments.parent());
  }

  private TrackedCheckpoints checkpoints() {
    Path folder = arguments.work().resolve("checkpoints").resolve(cellKey);
    Duration upload = Duration.ofSeconds(experiment.runtime().checkpointSeconds());
    return new TrackedCheckpoints(
        new TrackedCheckpoints.Owner(folder, experiment.name(), cellKey, upload),
        tracker,
        run,
        metrics);
  }

  private void logOrigin() {
    run.parameters(Flat.parameters(experiment, stage, Stages.ALL));
    run.tags(Map.of(RunTags.CELL_KEY, cellKey, RunTags.LIBRARIES, MachineFacts.libraries()));
    ObjectNode origin = JsonNodeFactory.instance.objectNode();
    origin.put("stage", stage.name()).put("cell_key", cellKey).put("code", code);
    origin.set("machine", MachineFacts.json());
    origin.set("experiment", ExperimentFile.json(experiment));
    artifact("provenance/run.json", origin.toPrettyString(), "application/json");
    artifact("provenance/experiment.yaml", file.text(), "application/yaml");
  }

  private void artifact(String path, String text, String type) {
    run.artifact(path, text.getBytes(StandardCharsets.UTF_8), type);
  }
}
