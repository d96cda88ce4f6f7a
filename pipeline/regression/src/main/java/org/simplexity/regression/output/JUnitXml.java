package org.simplexity.regression.output;

import java.util.ArrayList;
import java.util.List;
import org.simplexity.regression.Comparison;
import org.simplexity.regression.Difference;
import org.simplexity.regression.MetricResult;
import org.simplexity.regression.Verdict;
import org.simplexity.regression.runs.FailedTask;
import org.simplexity.report.markup.Element;

/**
 * A comparison as JUnit XML: one test case a metric and group, a failure for what got worse, an
 * error for what cannot be compared.
 */
public final class JUnitXml {
  private final Comparison comparison;
  private final Described described;

  private JUnitXml(Comparison comparison) {
    this.comparison = comparison;
    this.described = new Described(comparison);
  }

  /**
   * The whole file.
   *
   * @param comparison comparison
   */
  public static String of(Comparison comparison) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + new JUnitXml(comparison).suites().markup()
        + "\n";
  }

  private Element suites() {
    List<Element> cases = new ArrayList<>();
    comparison.results().forEach(result -> cases.add(metric(result)));
    comparison.failures().forEach(failed -> cases.add(failed(failed)));
    obstacles().forEach(obstacle -> cases.add(obstacle(obstacle)));
    long worse = comparison.results().stream().filter(MetricResult::worse).count();
    Element suite =
        counted(Element.of("testsuite"), cases.size(), worse)
            .with("skipped", "0")
            .with("time", "0")
            .add(properties())
            .add(cases);
    return counted(Element.of("testsuites"), cases.size(), worse).add(suite);
  }

  /** Where the tasks failed, what is missing because of that is no error of its own. */
  private List<Difference> obstacles() {
    return comparison.verdict() == Verdict.NOT_COMPARABLE ? comparison.obstacles() : List.of();
  }

  private Element counted(Element element, int tests, long worse) {
    return element
        .with("name", "regress " + described.experiment())
        .with("tests", Integer.toString(tests))
        .with("failures", Long.toString(worse + comparison.failures().size()))
        .with("errors", Integer.toString(obstacles().size()));
  }

  private Element properties() {
    return Element.of(
        "properties",
        property("verdict", comparison.verdict().toString()),
        property("baseline", comparison.baseline().name()),
        property("baseline.run", comparison.baseline().results().runId()),
        property("candidate.run", comparison.candidate().runId()),
        property("alpha", Double.toString(comparison.alpha())));
  }

  private static Element property(String name, String value) {
    return Element.of("property").with("name", name).with("value", value);
  }

  private Element metric(MetricResult result) {
    Element test = test(result.group(), result.rule().metric());
    String details = details(result);
    return result.worse()
        ? test.add(problem("failure", "worse", details))
        : test.add(Element.of("system-out", details));
  }

  private static String details(MetricResult result) {
    List<String> row = ConsoleText.row(result);
    return String.format(
        "baseline %s, candidate %s, change %s, allowed %s, p %s (%s): %s",
        row.get(2),
        row.get(3),
        row.get(4),
        row.get(5),
        row.get(6),
        result.evidence().method(),
        row.get(7));
  }

  private Element failed(FailedTask failed) {
    return test("tasks", failed.task())
        .add(problem("failure", failed.reason(), ConsoleText.failed(failed)));
  }

  private Element obstacle(Difference obstacle) {
    String where = obstacle.where().isEmpty() ? "experiment" : obstacle.where();
    return test(where, obstacle.what())
        .add(problem("error", "not comparable", obstacle.toString()));
  }

  private Element test(String group, String name) {
    return Element.of("testcase")
        .with("classname", described.experiment() + "." + group.replace('.', '_'))
        .with("name", name)
        .with("time", "0");
  }

  private static Element problem(String kind, String type, String message) {
    return Element.of(kind, message).with("type", type).with("message", message);
  }
}
