package org.simplexity.report.pruning;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simplexity.report.content.Measured;

/**
 * The accuracies of a model at one λ without a share of its weights, over seeds; a row of the table
 * {@value #TABLE} of an experiment.
 *
 * @param model model whose weights they were, such as {@code var_linear}
 * @param lambda complexity λ
 * @param removed share of the weights that is removed
 * @param accuracy mean and sample standard deviation of the share of test images recognised
 * @param seeds number of different seeds
 */
public record RemovalSummary(
    String model, double lambda, double removed, Measured accuracy, long seeds) {
  /** Where an experiment keeps its table. */
  public static final String TABLE = "tables/pruning_summary.json";

  /** Columns of the table, in the order of {@link #row}. */
  public static final List<String> COLUMNS =
      List.of("model", "lambda", "removed", "accuracy_mean", "accuracy_std", "seeds");

  /** Its row in the table. */
  public List<@Nullable Object> row() {
    return List.of(model, lambda, removed, accuracy.mean(), accuracy.deviation(), seeds);
  }
}
