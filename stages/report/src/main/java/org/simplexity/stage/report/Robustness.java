package org.simplexity.stage.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.simplexity.experiment.stage.UpstreamRun;
import org.simplexity.report.content.Block;
import org.simplexity.report.content.Folded;
import org.simplexity.report.content.LineChart;
import org.simplexity.report.content.Quantity;
import org.simplexity.report.content.ResultsTable;
import org.simplexity.report.content.ResultsTable.Better;
import org.simplexity.report.content.ResultsTable.Column;
import org.simplexity.report.content.ResultsTable.Row;
import org.simplexity.report.content.Text;
import org.simplexity.report.ranking.Variant;
import org.simplexity.report.robustness.Measurement;
import org.simplexity.report.robustness.RobustnessCharts;

/**
 * How the accuracy of the variants falls under disturbances.
 *
 * @param variants runs that measured it
 * @param charts their curves
 */
record Robustness(List<Variant> variants, RobustnessCharts charts) {
  private static final String CORRUPTION = "severity";
  private static final String EXPLANATION =
      "Accuracy on test images while the network or its images are disturbed; level 0 is the"
          + " undisturbed network. Lines are means over seeds and draws, bands one standard"
          + " deviation over both. The area under a curve is divided by the range of its levels, so"
          + " an accuracy that does not fall has its own value.";

  static Robustness of(List<Variant> variants) throws IOException {
    Map<String, List<Measurement>> measured = new LinkedHashMap<>();
    for (Variant variant : variants) {
      List<Measurement> all = new ArrayList<>();
      for (UpstreamRun run : variant.runs()) {
        all.addAll(read(JsonFile.read(run.artifact(Measurement.TABLE))));
      }
      measured.put(variant.name(), all);
    }
    return new Robustness(variants, new RobustnessCharts(measured));
  }

  private static List<Measurement> read(JsonNode table) {
    List<String> columns = new ArrayList<>();
    table.path("columns").forEach(column -> columns.add(column.asText()));
    List<Measurement> rows = new ArrayList<>();
    for (JsonNode row : table.path("data")) {
      rows.add(
          new Measurement(
              row.path(columns.indexOf("perturbation")).asText(),
              row.path(columns.indexOf("scale")).asText(),
              row.path(columns.indexOf("level")).asDouble(),
              row.path(columns.indexOf("draw")).asInt(),
              row.path(columns.indexOf("accuracy")).asDouble()));
    }
    return rows;
  }

  /** One chart a disturbance. */
  List<LineChart> curves() {
    return charts.perturbations().stream().map(charts::chart).toList();
  }

  /** Explanation, areas and charts, those of common corruptions folded; none without runs. */
  List<Block> blocks() {
    if (charts.perturbations().isEmpty()) {
      return List.of();
    }
    List<Block> blocks = new ArrayList<>(List.of(new Text(EXPLANATION), areas()));
    List<Block> corruptions = new ArrayList<>();
    for (LineChart chart : curves()) {
      (chart.x().name().equals(CORRUPTION) ? corruptions : blocks).add(chart);
    }
    if (!corruptions.isEmpty()) {
      blocks.add(new Folded("Common corruptions, one chart each", corruptions));
    }
    return blocks;
  }

  private ResultsTable areas() {
    List<Column> columns =
        variants.stream()
            .map(variant -> new Column(variant.name(), Quantity.FRACTION, Better.NEITHER))
            .toList();
    List<Row> rows =
        charts.perturbations().stream()
            .map(
                name ->
                    new Row(
                        Measurement.title(name),
                        variants.stream()
                            .map(variant -> variant.measured("robustness/" + name + "/area"))
                            .toList()))
            .toList();
    return new ResultsTable("Area under each curve", "Disturbance", columns, rows);
  }
}
