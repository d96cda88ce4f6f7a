package org.simplexity.cli.runs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.simplexity.regression.Observation;
import org.simplexity.regression.output.Numbers;
import org.simplexity.regression.output.TextTable;
import org.simplexity.report.content.Quantity;

/**
 * Runs of whole experiments as a table, or as JSON.
 *
 * @param metrics metrics with a column each
 * @param zone time zone of the reader
 */
record RunsTable(List<String> metrics, ZoneId zone) {
  private static final List<String> HEAD =
      List.of("run", "experiment", "started", "time", "status", "engine", "seeds");
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  String text(List<ExperimentRow> rows) {
    List<String> head = new ArrayList<>(HEAD);
    head.addAll(metrics);
    TextTable table = new TextTable(head);
    rows.forEach(row -> table.add(cells(row)));
    return table.text();
  }

  private List<String> cells(ExperimentRow row) {
    List<String> cells = new ArrayList<>();
    cells.add(row.shortId());
    cells.add(row.experiment());
    cells.add(WHEN.format(row.run().start().atZone(zone)));
    cells.add(Quantity.SECONDS.format(row.time().toMillis() / 1000.0));
    cells.add(row.run().status().name().toLowerCase(Locale.ROOT));
    cells.add(row.engine());
    cells.add(row.seeds().isEmpty() ? "–" : String.join(",", row.seeds()));
    metrics.forEach(metric -> cells.add(mean(metric, row.values(metric))));
    return cells;
  }

  static String mean(String metric, List<Observation> values) {
    return values.isEmpty() ? "–" : Numbers.of(metric).mean(values);
  }

  String json(List<ExperimentRow> rows) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    rows.forEach(row -> array.add(object(row)));
    return array.toString();
  }

  private ObjectNode object(ExperimentRow row) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("run_id", row.run().id()).put("experiment", row.experiment());
    object.put("started", row.run().start().toString());
    object.put("seconds", row.time().toMillis() / 1000.0);
    object.put("status", row.run().status().name()).put("engine", row.engine());
    ArrayNode seeds = object.putArray("seeds");
    row.seeds().forEach(seeds::add);
    ObjectNode values = object.putObject("metrics");
    for (String metric : metrics) {
      ArrayNode all = values.putArray(metric);
      row.values(metric).forEach(value -> all.add(value.value()));
    }
    return object;
  }
}
