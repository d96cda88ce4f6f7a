package org.simplexity.regression.output;

import java.util.ArrayList;
import java.util.List;
import org.simplexity.regression.Comparison;
import org.simplexity.regression.Difference;
import org.simplexity.regression.MetricResult;
import org.simplexity.regression.runs.FailedTask;

/** A comparison as lines for a terminal. */
public final class ConsoleText {
  static final List<String> HEAD =
      List.of("runs", "metric", "baseline", "candidate", "change", "allowed", "p", "verdict");

  private ConsoleText() {}

  /**
   * A table of all metrics, what is in the way, and the verdict last.
   *
   * @param comparison comparison
   */
  public static String of(Comparison comparison) {
    Described described = new Described(comparison);
    List<String> lines = new ArrayList<>();
    if (!comparison.results().isEmpty()) {
      TextTable table = new TextTable(HEAD);
      comparison.results().forEach(result -> table.add(row(result)));
      lines.add(table.text());
      lines.add(described.method());
    }
    comparison.failures().forEach(failed -> lines.add("failed: " + failed(failed)));
    for (Difference obstacle : comparison.obstacles()) {
      lines.add("differs: " + obstacle);
    }
    lines.add(described.headline() + ". " + described.reason());
    return String.join("\n", lines);
  }

  static List<String> row(MetricResult result) {
    Numbers numbers = Numbers.of(result.rule().metric());
    return List.of(
        result.group(),
        result.rule().metric(),
        numbers.mean(result.baseline()),
        numbers.mean(result.candidate()),
        result.baseline().isEmpty() ? "–" : numbers.changeWithInterval(result),
        numbers.allowed(result),
        Numbers.probability(result),
        result.judgement());
  }

  static String failed(FailedTask failed) {
    String message = failed.message().isEmpty() ? "" : ": " + failed.message();
    return failed.task() + ", " + failed.reason() + message;
  }
}
