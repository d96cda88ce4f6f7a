package org.simplexity.report.pruning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One accuracy of a network without some of its weights; a row of the table {@value #TABLE} of a
 * run.
 *
 * @param model model whose weights they were, such as {@code var_linear}
 * @param lambda complexity λ
 * @param seed seed of the experiment
 * @param removed share of the weights that is removed
 * @param accuracy share of test images that are recognised
 */
public record Removal(String model, double lambda, long seed, double removed, double accuracy) {
  /** Where a run keeps its table. */
  public static final String TABLE = "tables/pruning.json";

  /** Columns of the table, in the order of {@link #row}. */
  public static final List<String> COLUMNS =
      List.of("model", "lambda", "seed", "removed", "accuracy");

  /** Its row in the table. */
  public List<@Nullable Object> row() {
    return List.of(model, lambda, seed, removed, accuracy);
  }
}
