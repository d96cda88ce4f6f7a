package org.simplexity.stage.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simplexity.report.content.Measured;
import org.simplexity.report.ranking.Headline;
import org.simplexity.report.ranking.Variant;
import org.simplexity.report.ranking.Winner;
import org.simplexity.tracking.Table;

/** Variants of training by mean test accuracy, the best first. */
final class Leaderboard {
  private static final List<String> COLUMNS =
      List.of(
          "rank",
          "variant",
          "seeds",
          "mean/test/accuracy",
          "std/test/accuracy",
          "best_run",
          "model/parameters",
          "model/multiply_adds");

  private Leaderboard() {}

  /**
   * A row a variant; parameters and multiply-adds are those of its best run. What was not measured
   * is null.
   *
   * @param variants variants of training
   */
  static Table of(List<Variant> variants) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Variant variant : Winner.ranked(variants)) {
      rows.add(row(rows.size() + 1, variant));
    }
    return new Table(COLUMNS, rows);
  }

  private static List<@Nullable Object> row(int rank, Variant variant) {
    Measured accuracy = variant.measured(Winner.RANKED_BY);
    boolean tested = Double.isFinite(accuracy.mean());
    var best = Winner.bestRun(variant);
    List<@Nullable Object> row = new ArrayList<>();
    row.add(rank);
    row.add(variant.name());
    row.add(variant.runs().size());
    row.add(tested ? accuracy.mean() : null);
    row.add(tested ? accuracy.deviation() : null);
    row.add(best.summary().id());
    row.add(Headline.value(best, "model/parameters").orElse(null));
    row.add(Headline.value(best, "model/multiply_adds").orElse(null));
    return row;
  }
}
