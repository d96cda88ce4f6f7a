package org.simplexity.stage.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.simplexity.experiment.stage.UpstreamRun;
import org.simplexity.report.content.Block;
import org.simplexity.report.content.LineChart;
import org.simplexity.report.drawing.Scene;
import org.simplexity.report.pruning.PruningCharts;
import org.simplexity.report.pruning.PruningSurfaces;
import org.simplexity.report.pruning.Removal;
import org.simplexity.report.pruning.RemovalSummary;
import org.simplexity.tracking.Table;

/**
 * How the accuracy of fitted weights falls as some are removed.
 *
 * @param removals all that was measured
 */
record Pruning(List<Removal> removals) {
  static Pruning of(List<UpstreamRun> runs) throws IOException {
    return new Pruning(List.copyOf(TableRows.of(runs, Removal.TABLE, Pruning::removal)));
  }

  private static Removal removal(TableRows.Row row) {
    return new Removal(
        row.at("model").asText(),
        row.at("lambda").asDouble(),
        row.at("seed").asLong(),
        row.at("removed").asDouble(),
        row.at("accuracy").asDouble());
  }

  /** Every measurement, for the tracker. */
  Table table() {
    return new Table(Removal.COLUMNS, removals.stream().map(Removal::row).toList());
  }

  /** Means and deviations over seeds, for the tracker. */
  Table summary() {
    List<RemovalSummary> summaries = new PruningCharts(removals).summaries();
    return new Table(RemovalSummary.COLUMNS, summaries.stream().map(RemovalSummary::row).toList());
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

  /** Each model over share removed and λ as colours, where both vary. */
  List<Scene> heat() {
    return new PruningSurfaces(removals).heat();
  }

  /** The same as surfaces. */
  List<Scene> surfaces() {
    return new PruningSurfaces(removals).wires();
  }

  /** What the report shows; nothing without runs. */
  List<Block> blocks() {
    return new PruningBlocks(this).blocks();
  }
}
