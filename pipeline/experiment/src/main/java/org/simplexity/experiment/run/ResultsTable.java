package org.simplexity.experiment.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The outcomes of all tasks for people. */
public final class ResultsTable {
  private static final List<String> HEAD = List.of("task", "status", "time", "results");

  private ResultsTable() {}

  /** One line for one task. */
  static String line(Outcome outcome) {
    List<String> row = row(outcome);
    String results = row.get(3).isEmpty() ? "" : "  " + row.get(3);
    return row.get(0) + ": " + row.get(1) + "  " + row.get(2) + results;
  }

  /**
   * A table with aligned columns.
   *
   * @param outcomes how the tasks ended
   */
  public static String of(List<Outcome> outcomes) {
    List<List<String>> rows = new ArrayList<>(List.of(HEAD));
    outcomes.forEach(outcome -> rows.add(row(outcome)));
    int[] widths = new int[HEAD.size()];
    rows.forEach(row -> widen(widths, row));
    return rows.stream().map(row -> aligned(widths, row)).collect(Collectors.joining("\n"));
  }

  private static List<String> row(Outcome outcome) {
    String results =
        outcome.headline().entrySet().stream()
            .map(metric -> metric.getKey() + " " + shown(metric.getValue()))
            .collect(Collectors.joining(", "));
    String status = outcome.status().toString();
    String reason = outcome.status() == TaskStatus.FAILED ? ": " + outcome.code().meaning() : "";
    return List.of(outcome.task(), status + reason, time(outcome.time()), results);
  }

  /** Four significant digits; whole numbers whole. */
  private static String shown(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.4g", value);
  }

  private static String time(Duration time) {
    long seconds = time.toSeconds();
    if (seconds < 60) {
      return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
    return String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
  }

  private static void widen(int[] widths, List<String> row) {
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], row.get(i).length());
    }
  }

  private static String aligned(int[] widths, List<String> row) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
    }
    return line.toString().stripTrailing();
  }
}
