package org.simplexity.regression;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.simplexity.experiment.stage.ExitCode;
import org.simplexity.regression.metric.MetricRules;
import org.simplexity.regression.runs.ExperimentResults;
import org.simplexity.regression.runs.FailedTask;

/**
 * A candidate against a baseline.
 *
 * @param baseline the baseline
 * @param candidate results of the candidate
 * @param alpha probability of an alarm, in the whole comparison, where nothing has changed
 * @param results metrics, group by group
 * @param obstacles why the sides cannot be compared; nothing passes unless this is empty
 * @param failures tasks of the candidate that failed by its own fault
 * @param changes other parameters and code that differ, which is what is compared
 */
public record Comparison(
    Baseline baseline,
    ExperimentResults candidate,
    double alpha,
    List<MetricResult> results,
    List<Difference> obstacles,
    List<FailedTask> failures,
    List<Difference> changes) {
  /** Copies the lists. */
  public Comparison {
    results = List.copyOf(results);
    obstacles = List.copyOf(obstacles);
    failures = List.copyOf(failures);
    changes = List.copyOf(changes);
  }

  /**
   * A baseline.
   *
   * @param name as it was asked for: an alias, or the id of a run
   * @param results its results
   */
  public record Baseline(String name, ExperimentResults results) {}

  /**
   * Compares every metric.
   *
   * @param baseline baseline
   * @param candidate results of the candidate
   * @param rules what is asked of the metrics
   * @param alpha probability of an alarm, in the whole comparison, where nothing has changed
   */
  public static Comparison of(
      Baseline baseline, ExperimentResults candidate, MetricRules rules, double alpha) {
    Groups groups = new Groups(baseline.results(), candidate);
    Judging judging = new Judging(groups.matched(), rules);
    List<FailedTask> failures =
        candidate.failures().stream().filter(failed -> !isBadData(failed)).toList();
    List<Difference> obstacles = new ArrayList<>(badData(candidate));
    groups.matched().forEach(group -> obstacles.addAll(Comparability.of(group)));
    if (failures.isEmpty()) {
      obstacles.addAll(groups.unmatched());
      groups.matched().forEach(group -> obstacles.addAll(missing(group, baseline, candidate)));
      obstacles.addAll(judging.obstacles());
    }
    List<MetricResult> results = judging.results(alpha);
    if (results.isEmpty() && failures.isEmpty() && obstacles.isEmpty()) {
      obstacles.add(new Difference("", "metrics that both have", "none", "none"));
    }
    return new Comparison(
        baseline, candidate, alpha, results, obstacles, failures, changes(groups.matched()));
  }

  /**
   * A comparison that ends before the candidate ran, because of what is known beforehand.
   *
   * @param baseline baseline
   * @param candidate what is known of the candidate
   * @param alpha as of {@link #of}
   * @param obstacles why the two cannot be compared
   */
  public static Comparison impossible(
      Baseline baseline, ExperimentResults candidate, double alpha, List<Difference> obstacles) {
    return new Comparison(baseline, candidate, alpha, List.of(), obstacles, List.of(), List.of());
  }

  /** What it comes to. */
  public Verdict verdict() {
    if (!failures.isEmpty()) {
      return Verdict.WORSE;
    }
    if (!obstacles.isEmpty()) {
      return Verdict.NOT_COMPARABLE;
    }
    return results.stream().anyMatch(MetricResult::worse) ? Verdict.WORSE : Verdict.NO_WORSE;
  }

  /** Whether both sides are the same run. */
  public boolean isSameRun() {
    return baseline.results().runId().equals(candidate.runId());
  }

  private static boolean isBadData(FailedTask failed) {
    return failed.reason().equals(ExitCode.BAD_DATA.meaning());
  }

  private static List<Difference> badData(ExperimentResults candidate) {
    return candidate.failures().stream()
        .filter(Comparison::isBadData)
        .map(f -> new Difference(f.task(), "data", "good", f.reason() + ": " + f.message()))
        .toList();
  }

  /** Every group must have every seed of its side. */
  private static List<Difference> missing(
      Group group, Baseline baseline, ExperimentResults candidate) {
    List<String> before = Group.seeds(group.baseline());
    List<String> now = Group.seeds(group.candidate());
    boolean whole = before.equals(baseline.results().seeds()) && now.equals(candidate.seeds());
    return whole
        ? List.of()
        : List.of(
            new Difference(
                group.title(),
                "seeds",
                before + " of " + baseline.results().seeds(),
                now + " of " + candidate.seeds()));
  }

  /** Parameters that may differ, each once. */
  private static List<Difference> changes(List<Group> groups) {
    Set<String> seen = new LinkedHashSet<>();
    List<Difference> changes = new ArrayList<>();
    for (Group group : groups) {
      Comparability.differences(
              "",
              group.baseline().get(0).parameters(),
              group.candidate().get(0).parameters(),
              key -> !key.equals("seed") && !Comparability.decides(key))
          .stream()
          .filter(change -> seen.add(change.toString()))
          .forEach(changes::add);
    }
    return changes;
  }
}
