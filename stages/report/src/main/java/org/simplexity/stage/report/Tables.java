package org.simplexity.stage.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simplexity.report.content.Measured;
import org.simplexity.report.content.ResultsTable;
import org.simplexity.report.content.ResultsTable.Row;
import org.simplexity.report.ranking.Figure;
import org.simplexity.report.ranking.Variant;
import org.simplexity.tracking.Table;

/** Tables of figures by variant: for the report, and raw for the tracker. */
final class Tables {
  private Tables() {}

  /** A table for the report, without columns that no run has a figure for. */
  static ResultsTable of(String caption, List<Variant> variants, List<Figure> figures) {
    List<Figure> present = figures.stream().filter(f -> isMeasured(f, variants)).toList();
    List<Row> rows =
        variants.stream()
            .map(
                variant ->
                    new Row(
                        variant.name(),
                        present.stream().map(f -> variant.measured(f.metric())).toList()))
            .toList();
    return new ResultsTable(
        caption, "Variant", present.stream().map(Figure::column).toList(), rows);
  }

  /** The same with plain numbers: mean and deviation of every figure by variant. */
  static Table raw(List<Variant> variants, List<Figure> figures) {
    List<String> columns = new ArrayList<>(List.of("variant", "runs"));
    figures.forEach(figure -> columns.addAll(List.of(figure.metric(), figure.metric() + "/std")));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Variant variant : variants) {
      List<@Nullable Object> row = new ArrayList<>();
      row.add(variant.name());
      row.add(variant.runs().size());
      for (Figure figure : figures) {
        Measured measured = variant.measured(figure.metric());
        boolean known = Double.isFinite(measured.mean());
        row.add(known ? measured.mean() : null);
        row.add(known ? measured.deviation() : null);
      }
      rows.add(row);
    }
    return new Table(columns, rows);
  }

  private static boolean isMeasured(Figure figure, List<Variant> variants) {
    return variants.stream().anyMatch(v -> v.measured(figure.metric()).count() > 0);
  }
}
