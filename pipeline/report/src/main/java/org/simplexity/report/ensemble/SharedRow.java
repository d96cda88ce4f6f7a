package org.simplexity.report.ensemble;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Edges wanted and achieved in common with the optimal structure; a row of the table {@value
 * #TABLE} of a run.
 *
 * @param seed seed of the experiment
 * @param wanted λ
 * @param expected ⟨α*, softmax(h(λ))⟩
 * @param relaxed mean of ⟨α*, γ⟩ over draws
 * @param achieved mean number of shared edges of discrete structures over draws
 * @param deviation sample standard deviation of that number
 */
public record SharedRow(
    long seed, double wanted, double expected, double relaxed, double achieved, double deviation) {
  /** Where a run keeps its table. */
  public static final String TABLE = "tables/shared_edges.json";

  /** Columns of the table, in the order of {@link #row}. */
  public static final List<String> COLUMNS =
      List.of("seed", "wanted", "expected", "relaxed", "achieved", "deviation");

  /** Its row in the table. */
  public List<@Nullable Object> row() {
    return List.of(seed, wanted, expected, relaxed, achieved, deviation);
  }
}
