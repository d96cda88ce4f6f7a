package org.simplexity.cli.runs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.simplexity.regression.Observation;
import org.simplexity.regression.output.Numbers;
import org.simplexity.regression.output.TextTable;

/**
 * Several runs of whole experiments: parameters in which they differ, and their metrics.
 *
 * @param rows runs, at least two; differences are from the first
 * @param metrics metrics
 */
record SideBySide(List<ExperimentRow> rows, List<String> metrics) {
  String text() {
    TextTable table = new TextTable(head());
    for (String key : differing()) {
      List<String> cells = new ArrayList<>(List.of(key));
      rows.forEach(row -> cells.add(parameter(row, key)));
      table.add(cells);
    }
    table.add(line("seeds", row -> String.join(",", row.seeds())));
    for (String metric : metrics) {
      table.add(line(metric, row -> value(metric, row)));
    }
    return table.text();
  }

  private List<String> head() {
    List<String> head = new ArrayList<>(List.of(""));
    rows.forEach(row -> head.add(row.shortId() + " " + row.experiment()));
    return head;
  }

  private interface Shown {
    String of(ExperimentRow row);
  }

  private List<String> line(String name, Shown shown) {
    List<String> cells = new ArrayList<>(List.of(name));
    rows.forEach(row -> cells.add(shown.of(row)));
    return cells;
  }

  /** The mean, and from the second run on its difference from the first. */
  private String value(String metric, ExperimentRow row) {
    List<Observation> values = row.values(metric);
    String mean = RunsTable.mean(metric, values);
    double difference = average(values) - average(rows.get(0).values(metric));
    boolean first = row.equals(rows.get(0)) || !Double.isFinite(difference);
    return first ? mean : mean + "  (" + Numbers.of(metric).change(difference) + ")";
  }

  private static double average(List<Observation> values) {
    return values.stream().mapToDouble(Observation::value).average().orElse(Double.NaN);
  }

  private Set<String> differing() {
    Set<String> keys = new TreeSet<>();
    rows.forEach(row -> keys.addAll(row.run().parameters().keySet()));
    keys.removeIf(key -> rows.stream().map(row -> parameter(row, key)).distinct().count() < 2);
    return keys;
  }

  private static String parameter(ExperimentRow row, String key) {
    return row.run().parameters().getOrDefault(key, "–");
  }

  String json() {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    ObjectNode parameters = object.putObject("parameters");
    for (String key : differing()) {
      ObjectNode values = parameters.putObject(key);
      rows.forEach(row -> values.put(row.run().id(), parameter(row, key)));
    }
    ObjectNode means = object.putObject("metrics");
    for (String metric : metrics) {
      ObjectNode values = means.putObject(metric);
      for (ExperimentRow row : rows) {
        double mean = average(row.values(metric));
        values.put(row.run().id(), Double.isFinite(mean) ? mean : null);
      }
    }
    return object.toString();
  }
}
