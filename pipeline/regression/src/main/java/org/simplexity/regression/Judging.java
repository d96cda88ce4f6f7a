package org.simplexity.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.simplexity.experiment.file.Nearest;
import org.simplexity.regression.metric.MetricRule;
import org.simplexity.regression.metric.MetricRules;
import org.simplexity.regression.statistics.Holm;

/** Every metric of every group, corrected for their number. */
final class Judging {
  private final List<Group> groups;
  private final MetricRules rules;
  private final List<MetricResult> results = new ArrayList<>();
  private final List<Difference> obstacles = new ArrayList<>();

  Judging(List<Group> groups, MetricRules rules) {
    this.groups = groups;
    this.rules = rules;
    rules.rules().forEach(this::measure);
  }

  private void measure(MetricRule rule) {
    List<Measuring> found =
        groups.stream()
            .filter(group -> rule.concerns(group.stage()))
            .map(group -> new Measuring(group, rule))
            .filter(measuring -> !measuring.isAbsent())
            .toList();
    if (found.isEmpty() && rules.asked().contains(rule)) {
      obstacles.add(
          new Difference(rule.stage(), "metric " + rule.metric() + near(rule), "none", "none"));
    }
    for (Measuring measuring : found) {
      List<Difference> missing = measuring.obstacles();
      obstacles.addAll(missing);
      if (missing.isEmpty()) {
        results.add(measuring.result());
      }
    }
  }

  private String near(MetricRule rule) {
    TreeSet<String> known = new TreeSet<>();
    groups.forEach(g -> g.baseline().forEach(task -> known.addAll(task.metrics().keySet())));
    return Nearest.question(rule.metric(), known);
  }

  /** Metrics that cannot be compared. */
  List<Difference> obstacles() {
    return obstacles;
  }

  /**
   * Results, of which tests are worse where their corrected p is at most α.
   *
   * @param alpha probability of an alarm, in the whole comparison, where nothing has changed
   */
  List<MetricResult> results(double alpha) {
    List<MetricResult> tests =
        results.stream().filter(r -> r.evidence().method().isTest()).toList();
    List<Double> corrected =
        Holm.corrected(tests.stream().map(result -> result.evidence().probability()).toList());
    List<MetricResult> judged = new ArrayList<>(results);
    for (int index = 0; index < tests.size(); index++) {
      double p = corrected.get(index);
      judged.set(results.indexOf(tests.get(index)), tests.get(index).judged(p, p <= alpha));
    }
    return judged;
  }
}
