package org.simplexity.regression;

import java.util.List;
import org.simplexity.regression.metric.MetricRule;
import org.simplexity.regression.statistics.Evidence;

/**
 * One metric of one group of runs on both sides.
 *
 * @param group stage and name of the group
 * @param rule what is asked of the metric
 * @param baseline the baseline's values, by seed
 * @param candidate the candidate's values, by seed
 * @param evidence what the test found
 * @param tolerance worsening that is allowed, in the unit of the metric; or the limit
 * @param corrected p value with Holm's correction over all tests of the comparison; without a test
 *     the plain 0 or 1
 * @param worse whether the metric got worse
 */
public record MetricResult(
    String group,
    MetricRule rule,
    List<Observation> baseline,
    List<Observation> candidate,
    Evidence evidence,
    double tolerance,
    double corrected,
    boolean worse) {
  /** Copies the lists. */
  public MetricResult {
    baseline = List.copyOf(baseline);
    candidate = List.copyOf(candidate);
  }

  /** The same with a corrected p value and what follows from it. */
  MetricResult judged(double probability, boolean isWorse) {
    return new MetricResult(
        group, rule, baseline, candidate, evidence, tolerance, probability, isWorse);
  }

  /** Mean of the baseline's values; not a number if there are none. */
  public double baselineMean() {
    return mean(baseline);
  }

  /** Mean of the candidate's values. */
  public double candidateMean() {
    return mean(candidate);
  }

  /** Candidate's mean minus baseline's. */
  public double change() {
    return candidateMean() - baselineMean();
  }

  private static double mean(List<Observation> values) {
    return values.stream().mapToDouble(Observation::value).average().orElse(Double.NaN);
  }

  /** The verdict in words that name the reason. */
  public String judgement() {
    return worse ? "worse" : "no worse";
  }
}
