package org.simplexity.stage.report;

import java.util.ArrayList;
import java.util.List;
import org.simplexity.report.content.Block;
import org.simplexity.report.content.Folded;
import org.simplexity.report.content.LineChart;
import org.simplexity.report.content.Quantity;
import org.simplexity.report.content.ResultsTable;
import org.simplexity.report.content.ResultsTable.Better;
import org.simplexity.report.content.ResultsTable.Column;
import org.simplexity.report.content.ResultsTable.Row;
import org.simplexity.report.content.Text;
import org.simplexity.report.pruning.PlainComparison;
import org.simplexity.report.pruning.PruningCharts;
import org.simplexity.report.pruning.PruningSurfaces;

/**
 * What the report shows of accuracy without some weights.
 *
 * @param pruning what was measured
 */
record PruningBlocks(Pruning pruning) {
  private static final String EXPLANATION =
      "Accuracy on test images without the weights that a criterion removes first. Lines and"
          + " figures are means over seeds, bands and ± one sample standard deviation.";
  private static final String PAIRS =
      "What one hypernetwork gives at a λ, against weights fitted at that λ alone. Differences are"
          + " taken between runs of the same seed; above 0 the hypernetwork is better.";

  /** Explanation, tables, pictures and charts; none without runs. */
  List<Block> blocks() {
    if (pruning.removals().isEmpty()) {
      return List.of();
    }
    PruningCharts charts = new PruningCharts(pruning.removals());
    List<Block> blocks = new ArrayList<>(List.of(new Text(EXPLANATION)));
    charts.lambdas().forEach(lambda -> blocks.add(table(charts, lambda)));
    blocks.addAll(new PruningSurfaces(pruning.removals()).galleries());
    blocks.addAll(pruning.curves());
    blocks.addAll(comparison(charts.tableShares()));
    return blocks;
  }

  private ResultsTable table(PruningCharts charts, double lambda) {
    List<Double> shares = charts.tableShares();
    List<Column> columns =
        shares.stream()
            .map(PruningCharts::percent)
            .map(percent -> new Column(percent, Quantity.FRACTION, Better.HIGHER))
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

  /** A table and a chart at the middle λ of each kind of weights; the charts at others folded. */
  private List<Block> comparison(List<Double> shares) {
    PlainComparison comparison = new PlainComparison(pruning.removals());
    List<Block> blocks = new ArrayList<>();
    for (String plain : comparison.kinds()) {
      List<LineChart> charts =
          comparison.lambdas(plain).stream().map(l -> comparison.chart(plain, l)).toList();
      LineChart middle = charts.get(charts.size() / 2);
      blocks.add(comparison.differences(plain, shares));
      blocks.add(middle);
      if (charts.size() > 1) {
        List<Block> others = new ArrayList<>(charts);
        others.remove(middle);
        blocks.add(new Folded(plain + " and its hypernetworks at other λ", others));
      }
    }
    if (!blocks.isEmpty()) {
      blocks.add(0, new Text(PAIRS));
    }
    return blocks;
  }
}
