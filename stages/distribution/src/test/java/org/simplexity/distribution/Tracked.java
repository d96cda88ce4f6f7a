package org.simplexity.distribution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.simplexity.tracking.ArtifactEntry;
import org.simplexity.tracking.RunStatus;
import org.simplexity.tracking.RunSummary;
import org.simplexity.tracking.Tracker;

/** What a tracking server knows of one run of an experiment and of the runs below it. */
final class Tracked {
  private final Tracker tracker;
  private final String parent;

  Tracked(Tracker tracker, String parent) {
    this.tracker = tracker;
    this.parent = parent;
  }

  RunSummary parent() {
    return tracker.get(parent);
  }

  /** All runs below, failed ones too. */
  List<RunSummary> children() {
    return tracker.find(Pipeline.NAME, Map.of()).stream()
        .filter(run -> parent.equals(run.parent()))
        .toList();
  }

  /** Finished runs below, by task. */
  Map<String, RunSummary> finished() {
    return children().stream()
        .filter(run -> run.status() == RunStatus.FINISHED)
        .collect(Collectors.toMap(RunSummary::name, Function.identity()));
  }

  /**
   * Steps and values, to the last bit, of every metric that is no time, no memory, and no
   * comparison with earlier experiments.
   */
  Map<String, List<String>> curves(RunSummary run) {
    Map<String, List<String>> curves = new TreeMap<>();
    for (String metric : run.metrics().keySet()) {
      if (!metric.contains("time/")
          && !metric.contains("memory/")
          && !metric.contains("champion/")) {
        curves.put(
            metric,
            tracker.history(run.id(), metric).stream()
                .map(point -> point.step() + " " + Double.toHexString(point.value()))
                .toList());
      }
    }
    return curves;
  }

  /** Curves of all finished tasks. */
  Map<String, Map<String, List<String>>> curves() {
    Map<String, Map<String, List<String>>> all = new TreeMap<>();
    finished().forEach((task, run) -> all.put(task, curves(run)));
    return all;
  }

  /** Steps of one metric. */
  List<Long> steps(RunSummary run, String metric) {
    return tracker.history(run.id(), metric).stream().map(point -> point.step()).toList();
  }

  /** Paths of all artifacts of a run that are not empty. */
  List<String> artifacts(String run) {
    return artifacts(run, "").toList();
  }

  private Stream<String> artifacts(String run, String folder) {
    return tracker.artifacts(run, folder).stream()
        .filter(entry -> entry.folder() || entry.bytes() > 0)
        .flatMap(entry -> below(run, entry));
  }

  private Stream<String> below(String run, ArtifactEntry entry) {
    return entry.folder() ? artifacts(run, entry.path()) : Stream.of(entry.path());
  }

  /** Names of the data sets that a run read. */
  static List<String> inputs(URI server, RunSummary run) throws IOException {
    URI uri = server.resolve("/api/2.0/mlflow/runs/get?run_id=" + run.id());
    try (InputStream answer = uri.toURL().openStream()) {
      JsonNode inputs = new ObjectMapper().readTree(answer).at("/run/inputs/dataset_inputs");
      return StreamSupport.stream(inputs.spliterator(), false)
          .map(input -> input.at("/dataset/name").asText())
          .toList();
    }
  }
}
