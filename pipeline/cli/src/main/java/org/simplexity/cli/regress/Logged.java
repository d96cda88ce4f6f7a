package org.simplexity.cli.regress;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.simplexity.regression.Comparison;
import org.simplexity.regression.MetricResult;
import org.simplexity.regression.output.Outputs;
import org.simplexity.tracking.TrackedRun;
import org.simplexity.tracking.Tracker;

/** Keeps a comparison at the run of the candidate: its files, and tags to find it by. */
record Logged(Tracker tracker) {
  private static final Map<String, String> TYPES =
      Map.of(
          Outputs.JUNIT, "application/xml",
          Outputs.MARKDOWN, "text/markdown",
          Outputs.HTML, "text/html",
          Outputs.JSON, "application/json");

  void log(Comparison comparison, Outputs outputs) {
    String folder = "regress/" + comparison.baseline().name().replaceAll("[^\\w.-]+", "_") + "/";
    try (TrackedRun run = tracker.annotate(comparison.candidate().runId())) {
      outputs
          .files()
          .forEach(
              (name, text) ->
                  run.artifact(
                      folder + name,
                      text.getBytes(StandardCharsets.UTF_8),
                      TYPES.getOrDefault(name, "text/plain")));
      run.tags(tags(comparison));
      run.flush();
    }
  }

  private static Map<String, String> tags(Comparison comparison) {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put("simplexity.regress.verdict", comparison.verdict().toString());
    tags.put("simplexity.regress.baseline", comparison.baseline().name());
    tags.put("simplexity.regress.baseline_run", comparison.baseline().results().runId());
    tags.put(
        "simplexity.regress.worse",
        comparison.results().stream()
            .filter(MetricResult::worse)
            .map(result -> result.group() + ": " + result.rule().metric())
            .collect(Collectors.joining("; ")));
    return tags;
  }
}
