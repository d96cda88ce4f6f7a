package org.simplexity.report.ensemble;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A method at one size of its ensemble; a row of the table {@value #TABLE} of a run.
 *
 * @param method such as {@code edgenes}
 * @param size members
 * @param members their names, separated by blanks
 * @param seed seed of the experiment
 * @param accuracy share of right answers on the test split
 * @param negativeLogLikelihood in nats
 * @param calibrationError expected calibration error
 * @param disagreement mean share of images on which two members differ
 * @param seconds cost in time
 * @param multiplyAdds cost in multiply-adds of forward passes
 */
public record EnsembleRow(
    String method,
    int size,
    String members,
    long seed,
    double accuracy,
    double negativeLogLikelihood,
    double calibrationError,
    double disagreement,
    double seconds,
    double multiplyAdds) {
  /** Where a run keeps its table. */
  public static final String TABLE = "tables/ensemble.json";

  /** Columns of the table, in the order of {@link #row}. */
  public static final List<String> COLUMNS =
      List.of(
          "method",
          "size",
          "members",
          "seed",
          "accuracy",
          "nll",
          "ece",
          "disagreement",
          "seconds",
          "multiply_adds");

  /** Its row in the table. */
  public List<@Nullable Object> row() {
    return List.of(
        method,
        size,
        members,
        seed,
        accuracy,
        negativeLogLikelihood,
        calibrationError,
        disagreement,
        seconds,
        multiplyAdds);
  }
}
