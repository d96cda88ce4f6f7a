package org.simplexity.regression.metric;

import java.util.ArrayList;
import java.util.List;

/**
 * All metrics that a candidate is held to.
 *
 * @param rules rules in the order in which results are shown
 * @param asked those that were asked for by name: a run without such a metric is not comparable,
 *     while a default that neither side has is left out
 */
public record MetricRules(List<MetricRule> rules, List<MetricRule> asked) {
  /** Copies the lists. */
  public MetricRules {
    rules = List.copyOf(rules);
    asked = List.copyOf(asked);
  }

  /**
   * The defaults.
   *
   * <p>Tolerances: accuracies may fall by one point of a hundred, losses rise by 5 %; sizes may
   * grow by 10 %, since another seed finds another structure, and a single operation more makes a
   * small network 4 to 8 % larger. The gradient of the search is held to a limit of its own, which
   * says nothing of other runs: a correct gradient is within 10⁻² of central differences, one that
   * is wrong by a fifth is at 0.2. Times and memory are not held to anything, since they follow the
   * machine; ask for them with a tolerance where machines are quiet.
   */
  public static MetricRules defaults() {
    List<MetricRule> rules =
        List.of(
            new MetricRule("train", "test/accuracy", Goal.HIGHER, Amount.of(0.01)),
            new MetricRule("train", "test/loss", Goal.LOWER, Amount.percent(5)),
            new MetricRule("train", "train/loss", Goal.LOWER, Amount.percent(5)),
            new MetricRule("train", "model/parameters", Goal.LOWER, Amount.percent(10)),
            new MetricRule("train", "model/multiply_adds", Goal.LOWER, Amount.percent(10)),
            new MetricRule("search", "validation/accuracy", Goal.HIGHER, Amount.of(0.01)),
            new MetricRule("search", "train/loss", Goal.LOWER, Amount.percent(5)),
            new MetricRule("search", "check/gradient_error", Goal.AT_MOST, Amount.of(0.05)));
    return new MetricRules(rules, List.of());
  }

  /**
   * These with others in the place of those of the same metric, and beside the rest.
   *
   * @param texts {@code [STAGE:]NAME:higher|lower[:TOLERANCE[%]]}, {@code
   *     [STAGE:]NAME:at-most|at-least:LIMIT} or {@code [STAGE:]NAME:ignored}
   * @throws IllegalArgumentException naming the text and what was expected
   */
  public MetricRules with(List<String> texts) {
    List<MetricRule> more = texts.stream().map(RuleText::read).toList();
    List<MetricRule> all = new ArrayList<>(rules);
    more.forEach(rule -> all.removeIf(rule::replaces));
    all.addAll(more);
    all.removeIf(rule -> rule.goal() == Goal.IGNORED);
    List<MetricRule> named = new ArrayList<>(asked);
    more.stream().filter(rule -> rule.goal() != Goal.IGNORED).forEach(named::add);
    return new MetricRules(all, named);
  }
}
