package org.simplexity.report.ensemble;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mean test error of a method over the cost up to that of the dearest method; a row of the
 * table {@value #TABLE} of a run.
 *
 * @param method such as {@code edgenes}
 * @param seed seed of the experiment
 * @param ofSeconds with the cost in seconds
 * @param ofMultiplyAdds with the cost in multiply-adds
 */
public record AreaRow(String method, long seed, double ofSeconds, double ofMultiplyAdds) {
  /** Where a run keeps its table. */
  public static final String TABLE = "tables/ensemble_area.json";

  /** Columns of the table, in the order of {@link #row}. */
  public static final List<String> COLUMNS =
      List.of("method", "seed", "area_seconds", "area_multiply_adds");

  /** Its row in the table. */
  public List<@Nullable Object> row() {
    return List.of(method, seed, ofSeconds, ofMultiplyAdds);
  }
}
