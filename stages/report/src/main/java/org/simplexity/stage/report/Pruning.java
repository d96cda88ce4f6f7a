package org.simplexity.stage.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.simplexity.experiment.stage.UpstreamRun;
import org.simplexity.report.content.Block;
import org.simplexity.report.content.LineChart;
import org.simplexity.report.content.Quantity;
import org.simplexity.report.content.ResultsTable;
import org.simplexity.report.content.ResultsTable.Better;
import org.simplexity.report.content.ResultsTable.Column;
import org.simplexity.report.content.ResultsTable.Row;
import org.simplexity.report.content.Text;
import org.simplexity.report.pruning.PruningCharts;
import org.simplexity.report.pruning.Removal;
import org.simplexity.tracking.Table;

/**
 * How the accuracy of fitted weights falls as some are removed.
 *
 * @param removals all that was measured
 */
record Pruning(List<Removal> removals) {
  private static final String EXPLANATION =
      "Accuracy on test images without the weights that a criterion removes first. Lines and"
          + " figures are means over seeds, bands and ± one sample standard deviation.";

  static Pruning of(List<UpstreamRun> runs) throws IOException {
    List<Removal> removals = new ArrayList<>();
    for (UpstreamRun run : runs) {
      removals.addAll(read(JsonFile.read(run.artifact(Removal.TABLE))));
    }
    return new Pruning(List.copyOf(removals));
  }

  private static List<Removal> read(JsonNode table) {
    List<String> columns = new ArrayList<>();
    table.path("columns").forEach(column -> columns.add(column.asText()));
    List<Removal> rows = new ArrayList<>();
    for (JsonNode row : table.path("data")) {
      rows.add(
          new Removal(
              row.path(columns.indexOf("model")).asText(),
              row.path(columns.indexOf("lambda")).asDouble(),
              row.path(columns.indexOf("seed")).asLong(),
              row.path(columns.indexOf("removed")).asDouble(),
              row.path(columns.indexOf("accuracy")).asDouble()));
    }
    return rows;
  }

  /** Every measurement, for the tracker. */
  Table table() {
    return new Table(Removal.COLUMNS, removals.stream().map(Removal::row).toList());
  }

  /** Models at each λ, then each model over λ where there are several. */
  List<LineChart> curves() {
    PruningCharts charts = new PruningCharts(removals);
    List<LineChart> curves = new ArrayList<>();
    charts.lambdas().forEach(lambda -> curves.add(charts.models(lambda)));
    if (charts.lambdas().size() > 1) {
      charts.models().forEach(model -> curves.add(charts.lambdas(model)));
    }
    return curves;
  }

  /** Explanation, a table a λ, and charts; none without runs. */
  List<Block> blocks() {
    if (removals.isEmpty()) {
      return List.of();
    }
    PruningCharts charts = new PruningCharts(removals);
    List<Block> blocks = new ArrayList<>(List.of(new Text(EXPLANATION)));
    charts.lambdas().forEach(lambda -> blocks.add(table(charts, lambda)));
    blocks.addAll(curves());
    return blocks;
  }

  private ResultsTable table(PruningCharts charts, double lambda) {
    List<Double> shares = removals.stream().map(Removal::removed).distinct().sorted().toList();
    List<Column> columns =
        shares.stream()
            .map(share -> new Column(percent(share), Quantity.FRACTION, Better.HIGHER))
            .toList();
    List<Row> rows =
        charts.models().stream()
            .map(
                model ->
                    new Row(
                        model,
                        shares.stream().map(share -> charts.at(model, lambda, share)).toList()))
            .toList();
    return new ResultsTable(
        "Accuracy by share of weights removed, λ = " + lambda, "Model", columns, rows);
  }

  private static String percent(double share) {
    return Math.round(100 * share) + " %";
  }
}
