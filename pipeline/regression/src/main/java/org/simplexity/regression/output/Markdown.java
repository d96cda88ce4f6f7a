package org.simplexity.regression.output;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.simplexity.regression.Comparison;
import org.simplexity.regression.Difference;
import org.simplexity.regression.MetricResult;
import org.simplexity.regression.Verdict;
import org.simplexity.regression.runs.ExperimentResults;

/** A comparison as Markdown, for the summary of a job or a comment at a merge request. */
public final class Markdown {
  private static final List<String> HEAD =
      List.of("", "runs", "metric", "baseline", "candidate", "change", "allowed", "p");

  private final Comparison comparison;
  private final Described described;
  private final List<String> lines = new ArrayList<>();

  private Markdown(Comparison comparison) {
    this.comparison = comparison;
    this.described = new Described(comparison);
  }

  /**
   * The verdict first, then the table of metrics, what is in the way, and what else differs.
   *
   * @param comparison comparison
   */
  public static String of(Comparison comparison) {
    return new Markdown(comparison).text();
  }

  private String text() {
    lines.add("## " + mark(comparison.verdict()) + " " + escaped(described.headline()));
    lines.add("");
    lines.add(escaped(described.reason()));
    lines.add("");
    lines.add("- Baseline " + side(comparison.baseline().results()));
    lines.add("- Candidate " + side(comparison.candidate()));
    lines.add("- Test: " + escaped(described.method()));
    results();
    list("Tasks that failed", comparison.failures().stream().map(ConsoleText::failed).toList());
    list("Not comparable", comparison.obstacles().stream().map(Difference::toString).toList());
    list("What else differs", comparison.changes().stream().map(Difference::toString).toList());
    return String.join("\n", lines) + "\n";
  }

  private void results() {
    if (comparison.results().isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(line(HEAD));
    lines.add(line(List.of("---", "---", "---", "--:", "--:", "--:", "--:", "--:")));
    comparison.results().forEach(result -> lines.add(line(row(result))));
  }

  private static List<String> row(MetricResult result) {
    List<String> cells = new ArrayList<>(ConsoleText.row(result));
    cells.remove(cells.size() - 1);
    cells.add(0, result.worse() ? "❌ worse" : "✅");
    return cells.stream().map(Markdown::escaped).toList();
  }

  private void list(String title, List<String> items) {
    if (!items.isEmpty()) {
      lines.add("");
      lines.add("### " + title);
      lines.add("");
      items.forEach(item -> lines.add("- " + escaped(item)));
    }
  }

  private String side(ExperimentResults results) {
    String id = "`" + Described.shortId(results) + "`";
    String run = Described.page(results).map(page -> "[" + id + "](" + page + ")").orElse(id);
    return (results.runId().isEmpty() ? "(not run)" : run) + ", seeds " + Described.seeds(results);
  }

  private static String mark(Verdict verdict) {
    return switch (verdict) {
      case NO_WORSE -> "✅";
      case WORSE -> "❌";
      case NOT_COMPARABLE -> "⚠️";
    };
  }

  private static String line(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
  }

  /** What would start a column, a tag or emphasis stands for itself. */
  static String escaped(String text) {
    return text.replaceAll("[\\r\\n]+", " ")
        .replaceAll("([\\\\`*_|\\[\\]])", "\\\\$1")
        .replace("<", "&lt;");
  }
}
