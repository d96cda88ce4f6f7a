package org.simplexity.experiment.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.simplexity.experiment.Experiment;
import org.simplexity.experiment.file.ExperimentFile;
import org.simplexity.experiment.graph.CellKey;
import org.simplexity.experiment.graph.CodeDigest;
import org.simplexity.experiment.graph.StageDescription;
import org.simplexity.tracking.RunStatus;
import org.simplexity.tracking.RunSummary;
import org.simplexity.tracking.Tracker;

/**
 * What a task works on, before it has a run.
 *
 * @param file the experiment as its file says it
 * @param experiment the experiment, effective for the task's cell
 * @param upstream the runs it builds on
 * @param code digest of the code
 * @param cellKey key of all of that
 */
record TaskIdentity(
    ExperimentFile file,
    Experiment experiment,
    TrackedUpstream upstream,
    String code,
    String cellKey) {
  private static final String EXPERIMENT = "provenance/experiment.yaml";

  /** Reads the experiment and looks up the upstream runs. */
  static TaskIdentity of(
      StageArguments arguments,
      Optional<ExperimentFile> named,
      StageDescription stage,
      Tracker tracker)
      throws IOException {
    Path cache = arguments.work().resolve("cache").resolve("artifacts");
    ExperimentFile file = named.orElseGet(() -> ofParent(arguments, tracker, cache));
    Experiment experiment = file.experiment(arguments.cell());
    TrackedUpstream upstream = new TrackedUpstream(arguments.upstream(), tracker, cache);
    String code = CodeDigest.ofThisProcess();
    String key = CellKey.of(stage, code, experiment, upstream.cellKeys());
    return new TaskIdentity(file, experiment, upstream, code, key);
  }

  /** The newest finished run that may stand for the task. */
  Optional<RunSummary> finished(StageArguments arguments, Tracker tracker) {
    if (arguments.reuse() == Reuse.NOTHING) {
      return Optional.empty();
    }
    String parent = arguments.parent().orElse("");
    return tracker.find(experiment.name(), Map.of(RunTags.CELL_KEY, cellKey)).stream()
        .filter(run -> run.status() == RunStatus.FINISHED)
        .filter(run -> arguments.reuse().takes(run, parent))
        .findFirst();
  }

  /** The parent run keeps the experiment as it was planned. */
  private static ExperimentFile ofParent(StageArguments arguments, Tracker tracker, Path cache) {
    String parent = arguments.parent().orElseThrow();
    Path kept = cache.resolve(parent).resolve(EXPERIMENT);
    if (!Files.exists(kept)) {
      tracker.download(parent, EXPERIMENT, kept);
    }
    return ExperimentFile.read(kept, arguments.overrides());
  }
}
