package org.simplexity.stage.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.simplexity.report.content.Block;
import org.simplexity.report.content.Measured;
import org.simplexity.report.content.Quantity;
import org.simplexity.report.content.ResultsTable;
import org.simplexity.report.content.ResultsTable.Better;
import org.simplexity.report.content.ResultsTable.Column;
import org.simplexity.report.content.ResultsTable.Row;
import org.simplexity.report.content.Text;
import org.simplexity.report.ensemble.AreaRow;
import org.simplexity.report.ensemble.EnsembleCharts;
import org.simplexity.report.ensemble.EnsembleRow;
import org.simplexity.report.ensemble.SharedRow;
import org.simplexity.report.ranking.Variant;

/**
 * Ensembles of different structures, and what they are compared with.
 *
 * @param variants runs of the stage ensemble that differ in their seed only
 */
record EnsembleBlocks(List<Variant> variants) {
  private static final String EXPLANATION =
      "Averaged probabilities of all members on test images. Cost is that of everything a method"
          + " needs: searches, hypernetwork, choice and training. The area is the mean test error"
          + " over the cost up to that of the dearest method, before the first member that of"
          + " chance. Figures and lines are means over seeds, ± and bands one sample standard"
          + " deviation.";
  private static final String PAIRS =
      "Differences to EdgeNES at equal seeds; above 0 EdgeNES is better. p is that of Student's"
          + " one-sided paired t test of “the other is no worse than EdgeNES”, corrected by Holm"
          + " over the methods; with one seed there is none.";
  private static final List<Column> COLUMNS =
      List.of(
          new Column("Test accuracy", Quantity.FRACTION, Better.HIGHER),
          new Column("NLL, nats", Quantity.NUMBER, Better.LOWER),
          new Column("ECE", Quantity.FRACTION, Better.LOWER),
          new Column("Disagreement", Quantity.FRACTION, Better.NEITHER),
          new Column("Time", Quantity.SECONDS, Better.LOWER),
          new Column("Multiply-adds", Quantity.COUNT, Better.LOWER),
          new Column("Area by multiply-adds", Quantity.FRACTION, Better.LOWER),
          new Column("Area by time", Quantity.FRACTION, Better.LOWER));

  /** Explanation, tables and charts of every variant; none without runs. */
  List<Block> blocks() throws IOException {
    if (variants.isEmpty()) {
      return List.of();
    }
    List<Block> blocks = new ArrayList<>(List.of(new Text(EXPLANATION)));
    for (Variant variant : variants) {
      blocks.addAll(of(variant));
    }
    return blocks;
  }

  private List<Block> of(Variant variant) throws IOException {
    List<EnsembleRow> rows = TableRows.of(variant.runs(), EnsembleRow.TABLE, EnsembleBlocks::row);
    List<AreaRow> areas = TableRows.of(variant.runs(), AreaRow.TABLE, EnsembleBlocks::area);
    List<SharedRow> shared = TableRows.of(variant.runs(), SharedRow.TABLE, EnsembleBlocks::shared);
    EnsembleCharts charts = new EnsembleCharts(rows, shared);
    String suffix = variants.size() > 1 ? ", " + variant.name() : "";
    List<Block> blocks = new ArrayList<>();
    blocks.add(table("Networks and ensembles" + suffix, charts, areas));
    EnsemblePairs pairs = new EnsemblePairs(charts, areas);
    if (!pairs.baselines().isEmpty()) {
      blocks.add(new Text(PAIRS));
      blocks.add(pairs.table("Against EdgeNES" + suffix));
    }
    blocks.add(charts.errorByMultiplyAdds());
    blocks.add(charts.errorBySeconds());
    if (!shared.isEmpty()) {
      blocks.add(charts.sharedEdges());
    }
    return blocks;
  }

  private static ResultsTable table(String caption, EnsembleCharts charts, List<AreaRow> areas) {
    List<Row> rows = new ArrayList<>();
    for (String method : charts.methods()) {
      List<EnsembleRow> some = charts.largest(method);
      List<AreaRow> own = areas.stream().filter(row -> row.method().equals(method)).toList();
      rows.add(
          new Row(
              method,
              List.of(
                  measured(some, EnsembleRow::accuracy),
                  measured(some, EnsembleRow::negativeLogLikelihood),
                  measured(some, EnsembleRow::calibrationError),
                  measured(some, EnsembleRow::disagreement),
                  measured(some, EnsembleRow::seconds),
                  measured(some, EnsembleRow::multiplyAdds),
                  measured(own, AreaRow::ofMultiplyAdds),
                  measured(own, AreaRow::ofSeconds))));
    }
    return new ResultsTable(caption, "Method", COLUMNS, rows);
  }

  private static <T> Measured measured(List<T> rows, Function<T, Double> value) {
    return Measured.of(rows.stream().map(value).toList());
  }

  private static EnsembleRow row(TableRows.Row row) {
    return new EnsembleRow(
        row.at("method").asText(),
        row.at("size").asInt(),
        row.at("members").asText(),
        row.at("seed").asLong(),
        row.at("accuracy").asDouble(),
        row.at("nll").asDouble(),
        row.at("ece").asDouble(),
        row.at("disagreement").asDouble(),
        row.at("seconds").asDouble(),
        row.at("multiply_adds").asDouble());
  }

  private static AreaRow area(TableRows.Row row) {
    return new AreaRow(
        row.at("method").asText(),
        row.at("seed").asLong(),
        row.at("area_seconds").asDouble(),
        row.at("area_multiply_adds").asDouble());
  }

  private static SharedRow shared(TableRows.Row row) {
    return new SharedRow(
        row.at("seed").asLong(),
        row.at("wanted").asDouble(),
        row.at("expected").asDouble(),
        row.at("relaxed").asDouble(),
        row.at("achieved").asDouble(),
        row.at("deviation").asDouble());
  }
}
