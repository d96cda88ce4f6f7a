package org.simplexity.regression.metric;

/**
 * What is asked of one metric.
 *
 * @param stage stage whose runs have it, such as {@code train}; empty for every stage that has it
 * @param metric its name in the tracker
 * @param goal what is asked
 * @param amount tolerance, or limit
 */
public record MetricRule(String stage, String metric, Goal goal, Amount amount) {
  /** Checks that a tolerance is not negative and a limit is not a percentage. */
  public MetricRule {
    if (metric.isBlank()) {
      throw new IllegalArgumentException("a metric needs a name");
    }
    if (goal.isRelative() && amount.value() < 0) {
      throw new IllegalArgumentException(
          "tolerance " + amount + " of metric " + metric + " must be 0 or more");
    }
    if (goal.isLimit() && amount.percent()) {
      throw new IllegalArgumentException(
          "limit " + amount + " of metric " + metric + " must be a number, not a percentage");
    }
  }

  /**
   * Whether runs of a stage are held to this.
   *
   * @param of name of the stage
   */
  public boolean concerns(String of) {
    return stage.isEmpty() || stage.equals(of);
  }

  /** Whether this rule takes the place of another. */
  boolean replaces(MetricRule other) {
    return metric.equals(other.metric) && (stage.isEmpty() || stage.equals(other.stage));
  }

  /** As in arguments: {@code train:test/accuracy:higher:0.01}. */
  @Override
  public String toString() {
    String name = stage.isEmpty() ? metric : stage + ":" + metric;
    return goal == Goal.IGNORED
        ? name + ":" + goal.word()
        : name + ":" + goal.word() + ":" + amount;
  }
}
