package org.simplexity.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.simplexity.regression.metric.Goal;
import org.simplexity.regression.metric.MetricRule;
import org.simplexity.regression.runs.TaskResult;
import org.simplexity.regression.statistics.Evidence;
import org.simplexity.regression.statistics.Method;
import org.simplexity.regression.statistics.WorseningTest;

/** One metric of one group: its values on both sides, what is missing, and what a test finds. */
final class Measuring {
  private final Group group;
  private final MetricRule rule;
  private final List<Observation> baseline;
  private final List<Observation> candidate;

  Measuring(Group group, MetricRule rule) {
    this.group = group;
    this.rule = rule;
    this.baseline = values(group.baseline());
    this.candidate = values(group.candidate());
  }

  private List<Observation> values(List<TaskResult> tasks) {
    List<Observation> values = new ArrayList<>();
    for (TaskResult task : tasks) {
      Double value = task.metrics().get(rule.metric());
      if (value != null) {
        values.add(new Observation(task.seed(), value));
      }
    }
    return values;
  }

  /** Whether neither side has the metric. */
  boolean isAbsent() {
    return baseline.isEmpty() && candidate.isEmpty();
  }

  /** Why the sides cannot be compared; empty if they can. */
  List<Difference> obstacles() {
    boolean limit = rule.goal().isLimit();
    boolean wholeBaseline = limit || baseline.size() == group.baseline().size();
    if (!wholeBaseline || candidate.size() != group.candidate().size()) {
      return obstacle(
          baseline.size() + " of " + group.baseline().size() + " runs",
          candidate.size() + " of " + group.candidate().size() + " runs");
    }
    if (!limit && !allFinite(baseline)) {
      return obstacle("not a finite number", shown(candidate));
    }
    boolean testable = limit || group.sameSeeds() || isSameNumberOfSeveral();
    return testable
        ? List.of()
        : obstacle(
            "seeds " + Group.seeds(group.baseline()),
            "seeds "
                + Group.seeds(group.candidate())
                + "; give the same, or as many (at least two)");
  }

  /**
   * Groups of different sizes and small ones of skewed values make Welch's test alarm too often:
   * with 3 against 10 seeds in 12 % of unchanged comparisons instead of 5 %.
   */
  private boolean isSameNumberOfSeveral() {
    return baseline.size() > 1 && baseline.size() == candidate.size();
  }

  private List<Difference> obstacle(String before, String now) {
    return List.of(new Difference(group.title(), "metric " + rule.metric(), before, now));
  }

  private static String shown(List<Observation> values) {
    double mean = values.stream().mapToDouble(Observation::value).average().orElse(Double.NaN);
    return String.format(Locale.ROOT, "%.4g", mean);
  }

  private static boolean allFinite(List<Observation> values) {
    return values.stream().allMatch(value -> Double.isFinite(value.value()));
  }

  /** Tolerance in the unit of the metric, or the limit. */
  private double tolerance() {
    double mean = baseline.stream().mapToDouble(Observation::value).average().orElse(Double.NaN);
    return rule.amount().absolute(mean);
  }

  private Evidence evidence() {
    if (!allFinite(candidate)) {
      return Evidence.untested(Method.NOT_FINITE, Double.NaN, true);
    }
    double[] now = badness(candidate);
    if (rule.goal().isLimit()) {
      return limit(now);
    }
    double[] before = badness(baseline);
    return group.sameSeeds()
        ? WorseningTest.paired(before, now, tolerance())
        : WorseningTest.welch(before, now, tolerance());
  }

  /** The worst value against the limit. */
  private Evidence limit(double[] now) {
    double limit = rule.goal().badness(rule.amount().value());
    double worst = Arrays.stream(now).max().orElseThrow();
    return Evidence.untested(Method.LIMIT, worst - limit, worst > limit);
  }

  private double[] badness(List<Observation> values) {
    Goal goal = rule.goal();
    return values.stream().mapToDouble(value -> goal.badness(value.value())).toArray();
  }

  /** The result before any correction for several tests. */
  MetricResult result() {
    Evidence evidence = evidence();
    return new MetricResult(
        group.title(),
        rule,
        baseline,
        candidate,
        evidence,
        tolerance(),
        evidence.probability(),
        evidence.probability() == 0);
  }
}
