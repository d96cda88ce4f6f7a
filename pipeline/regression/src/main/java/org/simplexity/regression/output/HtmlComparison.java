package org.simplexity.regression.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.simplexity.regression.Comparison;
import org.simplexity.regression.Difference;
import org.simplexity.regression.MetricResult;
import org.simplexity.regression.runs.ExperimentResults;
import org.simplexity.report.markup.Element;
import org.simplexity.report.markup.Markup;
import org.simplexity.report.markup.PlainText;

/** A comparison as one HTML page that loads nothing and runs no script. */
final class HtmlComparison {
  private static final List<String> DIFFERENCE = List.of("where", "what", "baseline", "candidate");

  private final Comparison comparison;
  private final Described described;

  private HtmlComparison(Comparison comparison) {
    this.comparison = comparison;
    this.described = new Described(comparison);
  }

  static String of(Comparison comparison) {
    HtmlComparison page = new HtmlComparison(comparison);
    Element body = Element.of("body", page.verdict(), page.facts()).add(page.sections());
    Element html = Element.of("html", HtmlHead.of(page.described.headline()), body);
    return "<!DOCTYPE html>\n" + html.with("lang", "en").markup() + "\n";
  }

  private Element verdict() {
    return Element.of(
            "header", Element.of("h1", described.headline()), Element.of("p", described.reason()))
        .with("class", "verdict " + comparison.verdict().toString().replace(' ', '-'));
  }

  private Element facts() {
    return Element.of(
            "dl",
            fact("Baseline", side(comparison.baseline().results(), comparison.baseline().name())),
            fact("Candidate", side(comparison.candidate(), "")),
            fact("Test", List.of(new PlainText(described.method()))))
        .with("class", "facts");
  }

  private static Element fact(String name, List<Markup> value) {
    return Element.of("div", Element.of("dt", name), Element.of("dd").add(value));
  }

  private static List<Markup> side(ExperimentResults results, String name) {
    List<Markup> parts = new ArrayList<>();
    if (!name.isEmpty() && !name.equals(results.runId())) {
      parts.add(new PlainText(name + ", "));
    }
    String run = results.runId().isEmpty() ? "not run" : "run " + Described.shortId(results);
    Described.page(results)
        .ifPresentOrElse(
            page -> parts.add(Element.of("a", run).with("href", page)),
            () -> parts.add(new PlainText(run)));
    parts.add(new PlainText(", seeds " + Described.seeds(results)));
    return parts;
  }

  private List<Element> sections() {
    List<Element> sections = new ArrayList<>();
    if (!comparison.failures().isEmpty()) {
      List<String> failed = comparison.failures().stream().map(ConsoleText::failed).toList();
      sections.add(section("Tasks that failed").add(list(failed)));
    }
    if (!comparison.obstacles().isEmpty()) {
      sections.add(section("Not comparable").add(differences(comparison.obstacles())));
    }
    if (!comparison.results().isEmpty()) {
      sections.add(section("Metrics").add(results(), note()));
      sections.add(section("Values over seeds").add(charts()));
    }
    if (!comparison.changes().isEmpty()) {
      sections.add(section("What else differs").add(differences(comparison.changes())));
    }
    return sections;
  }

  private static Element section(String title) {
    return Element.of("section", Element.of("h2", title));
  }

  private static Element list(List<String> items) {
    return Element.of("ul").add(items.stream().map(item -> Element.of("li", item)).toList());
  }

  private static Element note() {
    return Element.of(
            "p",
            "± behind a mean is the standard deviation over seeds; behind a change, half the"
                + " confidence interval of 95 % of that metric alone. A metric is worse where the"
                + " corrected p of “no worse than allowed” is at most α.")
        .with("class", "note");
  }

  private Element results() {
    List<String> head = new ArrayList<>(ConsoleText.HEAD);
    head.add(0, head.remove(head.size() - 1));
    List<Element> rows = comparison.results().stream().map(HtmlComparison::row).toList();
    return table(head, 3, rows);
  }

  private static Element row(MetricResult result) {
    List<String> cells = ConsoleText.row(result);
    Element mark =
        Element.of("span", result.judgement()).with("class", result.worse() ? "worse" : "no-worse");
    Element row = Element.of("tr", Element.of("td", mark).with("class", "left"));
    for (int i = 0; i < cells.size() - 1; i++) {
      Element cell = Element.of("td", cells.get(i));
      row = row.add(i < 2 ? cell.with("class", "left") : cell);
    }
    return row;
  }

  private static Element differences(List<Difference> differences) {
    List<Element> rows = new ArrayList<>();
    for (Difference one : differences) {
      List<String> cells = Arrays.asList(one.where(), one.what(), one.baseline(), one.candidate());
      rows.add(
          Element.of("tr")
              .add(
                  cells.stream()
                      .map(c -> Element.of("td", c).with("class", "left long"))
                      .toList()));
    }
    return table(DIFFERENCE, DIFFERENCE.size(), rows);
  }

  private static Element table(List<String> head, int left, List<Element> rows) {
    Element line = Element.of("tr");
    for (int i = 0; i < head.size(); i++) {
      Element cell = Element.of("th", head.get(i)).with("scope", "col");
      line = line.add(i < left ? cell.with("class", "left") : cell);
    }
    Element whole = Element.of("table", Element.of("thead", line), Element.of("tbody").add(rows));
    return Element.of("div", whole)
        .with("class", "scroll")
        .with("role", "region")
        .with("aria-label", "table")
        .with("tabindex", "0");
  }

  private Element charts() {
    return Element.of("div")
        .with("class", "charts")
        .add(comparison.results().stream().map(HtmlComparison::chart).toList());
  }

  private static Element chart(MetricResult result) {
    Element caption =
        Element.of(
            "figcaption",
            new PlainText(result.rule().metric()),
            Element.of("span", result.group()));
    if (result.worse()) {
      caption = caption.add(Element.of("b", result.judgement()).with("class", "worse"));
    }
    return Element.of("figure", caption, DotChart.of(result));
  }
}
