package org.simplexity.report.content;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A table of results, one row a variant; the best figure of each column is marked.
 *
 * @param caption what it compares
 * @param label heading of the first column, which names the rows
 * @param columns headings of the figures
 * @param rows rows
 */
public record ResultsTable(String caption, String label, List<Column> columns, List<Row> rows)
    implements Block {
  /** Copies and checks that every row is as long as the columns. */
  public ResultsTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (Row row : rows) {
      if (row.figures().size() != columns.size()) {
        throw new IllegalArgumentException(
            "row "
                + row.name()
                + " has "
                + row.figures().size()
                + " figures for "
                + columns.size()
                + " columns");
      }
    }
  }

  /**
   * The best mean in a column.
   *
   * @param column number of the column, from 0
   * @return empty where no direction is better, or where there are fewer than two rows to compare
   */
  public OptionalDouble best(int column) {
    Better better = columns.get(column).better();
    List<Double> means =
        rows.stream()
            .map(row -> row.figures().get(column).mean())
            .filter(mean -> Double.isFinite(mean))
            .sorted(better == Better.HIGHER ? Comparator.reverseOrder() : Comparator.naturalOrder())
            .toList();
    return better == Better.NEITHER || means.size() < 2
        ? OptionalDouble.empty()
        : OptionalDouble.of(means.get(0));
  }

  /** Which way figures of a column improve. */
  public enum Better {
    /** Larger is better, as accuracy. */
    HIGHER,
    /** Smaller is better, as time. */
    LOWER,
    /** Neither. */
    NEITHER
  }

  /**
   * A column of figures.
   *
   * @param title heading
   * @param quantity how its figures are written
   * @param better which way they improve
   */
  public record Column(String title, Quantity quantity, Better better) {}

  /**
   * A row.
   *
   * @param name what it is about
   * @param figures one a column
   */
  public record Row(String name, List<Measured> figures) {
    /** Copies the figures. */
    public Row {
      figures = List.copyOf(figures);
    }
  }
}
