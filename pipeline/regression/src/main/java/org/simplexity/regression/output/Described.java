package org.simplexity.regression.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.simplexity.experiment.stage.ExperimentRun;
import org.simplexity.regression.Comparison;
import org.simplexity.regression.MetricResult;
import org.simplexity.regression.Verdict;
import org.simplexity.regression.runs.ExperimentResults;
import org.simplexity.regression.statistics.Method;

/** Sentences about a comparison that every form of it has. */
record Described(Comparison comparison) {
  String experiment() {
    return comparison.candidate().experiment();
  }

  /** The verdict as a sentence. */
  String headline() {
    String baseline = comparison.baseline().name();
    return switch (comparison.verdict()) {
      case NO_WORSE -> experiment() + " is no worse than " + baseline;
      case WORSE -> experiment() + " is worse than " + baseline;
      case NOT_COMPARABLE -> experiment() + " cannot be compared with " + baseline;
    };
  }

  /** What the verdict rests on, in one sentence. */
  String reason() {
    if (comparison.verdict() == Verdict.NOT_COMPARABLE) {
      return "What differs: "
          + comparison.obstacles().size()
          + " (listed below). This never passes.";
    }
    if (!comparison.failures().isEmpty()) {
      return "Tasks of the candidate failed: " + comparison.failures().size() + ".";
    }
    long worse = comparison.results().stream().filter(MetricResult::worse).count();
    String count = worse + " of " + comparison.results().size() + " metrics got worse";
    return comparison.isSameRun()
        ? count + ": the candidate is the run of the baseline itself, nothing has changed."
        : count + " by more than what is tolerated.";
  }

  /** How it was tested. */
  String method() {
    List<Method> methods = comparison.results().stream().map(r -> r.evidence().method()).toList();
    long tests = methods.stream().filter(Method::isTest).count();
    List<String> parts = new ArrayList<>();
    methods.stream()
        .filter(Method::isTest)
        .distinct()
        .forEach(method -> parts.add(method + ", one-sided"));
    if (tests > 0) {
      parts.add("Holm's correction over " + tests + " tests, α = " + comparison.alpha());
    }
    methods.stream()
        .filter(method -> !method.isTest())
        .distinct()
        .forEach(method -> parts.add(method.toString()));
    return parts.isEmpty() ? "nothing was tested" : String.join("; ", parts);
  }

  static String seeds(ExperimentResults results) {
    return results.seeds().isEmpty() ? "–" : String.join(", ", results.seeds());
  }

  static Optional<String> page(ExperimentResults results) {
    return Optional.ofNullable(results.tags().get(ExperimentRun.PAGE))
        .filter(page -> page.startsWith("http"));
  }

  /** The first eight characters of a run's id; empty for a run that was never made. */
  static String shortId(ExperimentResults results) {
    return results.runId().substring(0, Math.min(8, results.runId().length()));
  }
}
