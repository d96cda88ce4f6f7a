package org.simplexity.cli.regress;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.simplexity.experiment.Cell;
import org.simplexity.experiment.Experiment;
import org.simplexity.experiment.file.ExperimentFile;
import org.simplexity.experiment.stage.Flat;
import org.simplexity.tracking.DatasetContext;
import org.simplexity.tracking.DatasetInput;
import org.simplexity.tracking.RunRequest;
import org.simplexity.tracking.RunStatus;
import org.simplexity.tracking.TrackedRun;
import org.simplexity.tracking.Tracker;

/**
 * Runs of an experiment in a real tracker, as the stages would have left them, without computing.
 *
 * @param tracker tracker
 * @param file experiment
 */
public record HandMade(Tracker tracker, ExperimentFile file) {
  /** An experiment whose accuracies are passed through a change; returns the id of its run. */
  public String run(List<String> seeds, DoubleUnaryOperator accuracy) {
    return run(seeds, accuracy, RunStatus.FINISHED);
  }

  /** The same with the way in which the whole ended. */
  public String run(List<String> seeds, DoubleUnaryOperator accuracy, RunStatus end) {
    TrackedRun parent = start("experiment", "experiment", null);
    parent.parameters(Flat.parameters(file.experiment()));
    parent.tags(Map.of("simplexity.page", parent.page().toString()));
    for (String seed : seeds) {
      prepared(parent.id(), seed);
      trained(parent.id(), seed, accuracy.applyAsDouble(0.9 + 0.001 * Integer.parseInt(seed)));
    }
    parent.finish(end);
    return parent.id();
  }

  private void prepared(String parent, String seed) {
    TrackedRun run = start("data-prep", "data-prep[seed=" + seed + "]", parent);
    parameters(run, seed, "data.");
    run.dataset(DatasetInput.of("digits/train", "split " + seed, "bundled", DatasetContext.TRAIN));
    String json = "{\"provenance\":{\"sources\":[{\"name\":\"digits.csv\",\"sha256\":\"abc\"}]}}";
    run.artifact("data/provenance.json", json.getBytes(StandardCharsets.UTF_8), "application/json");
    run.finish(RunStatus.FINISHED);
  }

  private void trained(String parent, String seed, double accuracy) {
    TrackedRun run = start("train", "train[seed=" + seed + ",start=scratch]", parent);
    parameters(run, seed, "");
    run.metrics(Map.of("test/accuracy", accuracy, "model/parameters", 1000.0), 0);
    run.tags(Map.of("simplexity.headline", "{\"test/accuracy\":" + accuracy + "}"));
    run.finish(RunStatus.FINISHED);
  }

  private void parameters(TrackedRun run, String seed, String section) {
    Experiment experiment = file.experiment(Cell.EMPTY.with("seed", seed));
    Map<String, String> all = new LinkedHashMap<>(Flat.parameters(experiment));
    all.keySet().removeIf(key -> !key.equals("seed") && !key.startsWith(section));
    run.parameters(all);
  }

  private TrackedRun start(String stage, String task, @Nullable String parent) {
    String name = file.experiment().name();
    Map<String, String> tags =
        Map.of("simplexity.stage", stage, "simplexity.task", task, "simplexity.experiment", name);
    return tracker.start(new RunRequest(name, task, parent, tags));
  }
}
