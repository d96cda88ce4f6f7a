package org.simplexity.report.pruning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a family of weights gives at one λ; a row of the table {@value #TABLE} of a run.
 *
 * @param model model whose weights they are, such as {@code var_linear}
 * @param seed seed of the experiment
 * @param lambda complexity λ
 * @param accuracy share of test images that are recognised with all weights
 * @param removable greatest share of the weights whose removal loses at most one point of a hundred
 * @param weights weights and biases that are not 0 once that share is removed
 * @param multiplyAdds multiplications of an image once that share is removed and dead units are
 *     taken out
 */
public record DialPoint(
    String model,
    long seed,
    double lambda,
    double accuracy,
    double removable,
    long weights,
    long multiplyAdds) {
  /** Where a run keeps its table. */
  public static final String TABLE = "tables/dial.json";

  /** Columns of the table, in the order of {@link #row}. */
  public static final List<String> COLUMNS =
      List.of("model", "seed", "lambda", "accuracy", "removable", "weights", "multiply_adds");

  /** Its row in the table. */
  public List<@Nullable Object> row() {
    return List.of(model, seed, lambda, accuracy, removable, weights, multiplyAdds);
  }
}
