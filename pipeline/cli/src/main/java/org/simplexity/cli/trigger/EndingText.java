package org.simplexity.cli.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.simplexity.airflow.TaskInstance;

/** The end of a run for people: logs of what failed, a table of all tasks, results, links. */
final class EndingText {
  private static final List<String> HEAD = List.of("task", "state", "time", "tries");

  private EndingText() {}

  static String of(Ending ending) {
    List<String> lines = new ArrayList<>();
    ending.failures().forEach(failure -> add(failure, lines));
    lines.add("");
    lines.addAll(table(ending.tasks()));
    ending.outcome().ifPresent(outcome -> lines.addAll(results(outcome.path("metrics"))));
    lines.add(
        "DAG run "
            + ending.run().runId()
            + ": "
            + ending.run().state()
            + " after "
            + Times.shown(ending.run().time()));
    lines.add("Airflow: " + ending.page());
    ending
        .outcome()
        .map(outcome -> outcome.path("page").asText(""))
        .filter(page -> !page.isEmpty())
        .ifPresent(page -> lines.add("MLflow: " + page));
    return String.join("\n", lines);
  }

  /** The best of each metric; the report's table tells the rest. */
  private static List<String> results(JsonNode metrics) {
    return metrics.properties().stream()
        .filter(metric -> metric.getKey().startsWith("best/"))
        .map(metric -> metric.getKey() + " " + shown(metric.getValue().asDouble()))
        .sorted()
        .toList();
  }

  private static void add(Ending.Failure failure, List<String> lines) {
    lines.add("");
    String name = failure.task().name();
    lines.add(failure.log().isEmpty() ? name + " left no log" : "end of the log of " + name + ":");
    failure.log().forEach(line -> lines.add("  " + line.text()));
  }

  private static List<String> table(List<TaskInstance> tasks) {
    List<List<String>> rows = new ArrayList<>(List.of(HEAD));
    tasks.forEach(
        task ->
            rows.add(
                List.of(
                    task.name(),
                    task.state().toString(),
                    task.start().isEmpty() ? "" : Times.shown(task.time()),
                    task.tries() == 0 ? "" : Integer.toString(task.tries()))));
    int[] widths = new int[HEAD.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return rows.stream().map(row -> aligned(widths, row)).toList();
  }

  private static String aligned(int[] widths, List<String> row) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
    }
    return line.toString().stripTrailing();
  }

  /** Four significant digits; whole numbers whole. */
  private static String shown(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.4g", value);
  }
}
