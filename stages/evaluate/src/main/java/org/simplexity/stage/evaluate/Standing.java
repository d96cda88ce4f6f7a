package org.simplexity.stage.evaluate;

import java.util.Map;
import java.util.Optional;
import org.simplexity.report.ranking.Winner;
import org.simplexity.tracking.ModelVersion;

/**
 * How the champion stands.
 *
 * @param runId run that it stands for
 * @param result what it reached, if its version says so in a way that can be compared
 */
record Standing(String runId, Optional<Result> result) {
  static final String METRIC = "simplexity.metric";
  static final String VALUE = "simplexity.metric_value";
  static final String DATA = "simplexity.data";

  /**
   * A measured result.
   *
   * @param accuracy mean test accuracy
   * @param data digest of the test images
   */
  record Result(double accuracy, String data) {}

  /** The standing that a version's tags tell. */
  static Standing of(ModelVersion version) {
    return new Standing(version.runId(), result(version.tags()));
  }

  private static Optional<Result> result(Map<String, String> tags) {
    String data = tags.getOrDefault(DATA, "");
    double value = number(tags.getOrDefault(VALUE, ""));
    boolean known = Winner.RANKED_BY.equals(tags.get(METRIC)) && !data.isEmpty();
    return known && Double.isFinite(value)
        ? Optional.of(new Result(value, data))
        : Optional.empty();
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
