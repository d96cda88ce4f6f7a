package org.simplexity.stage.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.simplexity.regression.statistics.Evidence;
import org.simplexity.regression.statistics.Holm;
import org.simplexity.regression.statistics.WorseningTest;
import org.simplexity.report.content.Measured;
import org.simplexity.report.content.Quantity;
import org.simplexity.report.content.ResultsTable;
import org.simplexity.report.content.ResultsTable.Better;
import org.simplexity.report.content.ResultsTable.Column;
import org.simplexity.report.content.ResultsTable.Row;
import org.simplexity.report.ensemble.AreaRow;
import org.simplexity.report.ensemble.EnsembleCharts;

/**
 * Paired tests of every method against EdgeNES, at equal seeds.
 *
 * @param charts scores of all seeds
 * @param areas areas of all seeds
 */
record EnsemblePairs(EnsembleCharts charts, List<AreaRow> areas) {
  private static final String EDGENES = "edgenes";
  private static final List<Column> COLUMNS =
      List.of(
          new Column("Test error above EdgeNES", Quantity.FRACTION, Better.NEITHER),
          new Column("p", Quantity.NUMBER, Better.NEITHER),
          new Column("Area by multiply-adds above EdgeNES", Quantity.FRACTION, Better.NEITHER),
          new Column("p of area", Quantity.NUMBER, Better.NEITHER));

  /** What EdgeNES is compared with; nothing without EdgeNES. */
  List<String> baselines() {
    return charts.methods().contains(EDGENES)
        ? charts.methods().stream().filter(method -> !method.equals(EDGENES)).toList()
        : List.of();
  }

  ResultsTable table(String caption) {
    List<Pair> errors = baselines().stream().map(m -> Pair.of(errors(EDGENES), errors(m))).toList();
    List<Pair> spent = baselines().stream().map(m -> Pair.of(areas(EDGENES), areas(m))).toList();
    List<Double> ofErrors = probabilities(errors);
    List<Double> ofAreas = probabilities(spent);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < baselines().size(); i++) {
      rows.add(
          new Row(
              baselines().get(i),
              List.of(
                  Measured.of(errors.get(i).differences()),
                  single(ofErrors.get(i)),
                  Measured.of(spent.get(i).differences()),
                  single(ofAreas.get(i)))));
    }
    return new ResultsTable(caption, "Method", COLUMNS, rows);
  }

  private static Measured single(double probability) {
    return Double.isNaN(probability) ? Measured.MISSING : Measured.of(List.of(probability));
  }

  private Map<Long, Double> errors(String method) {
    Map<Long, Double> bySeed = new TreeMap<>();
    charts.largest(method).forEach(row -> bySeed.put(row.seed(), 1 - row.accuracy()));
    return bySeed;
  }

  private Map<Long, Double> areas(String method) {
    Map<Long, Double> bySeed = new TreeMap<>();
    areas.stream()
        .filter(row -> row.method().equals(method))
        .forEach(row -> bySeed.put(row.seed(), row.ofMultiplyAdds()));
    return bySeed;
  }

  /** Corrected p values; not a number where seeds are too few for a test. */
  private static List<Double> probabilities(List<Pair> pairs) {
    List<Double> known = pairs.stream().filter(Pair::isTested).map(Pair::probability).toList();
    List<Double> corrected = new ArrayList<>(Holm.corrected(known));
    List<Double> all = new ArrayList<>();
    for (Pair pair : pairs) {
      all.add(pair.isTested() ? corrected.remove(0) : Double.NaN);
    }
    return all;
  }

  /** Values of EdgeNES and of another method at the seeds that both have. */
  private record Pair(List<Double> own, List<Double> other) {
    static Pair of(Map<Long, Double> own, Map<Long, Double> other) {
      List<Long> seeds = own.keySet().stream().filter(other::containsKey).toList();
      return new Pair(
          seeds.stream().map(seed -> own.getOrDefault(seed, 0.0)).toList(),
          seeds.stream().map(seed -> other.getOrDefault(seed, 0.0)).toList());
    }

    List<Double> differences() {
      List<Double> differences = new ArrayList<>();
      for (int i = 0; i < own.size(); i++) {
        differences.add(other.get(i) - own.get(i));
      }
      return differences;
    }

    boolean isTested() {
      return own.size() > 1;
    }

    double probability() {
      Evidence evidence = WorseningTest.paired(array(own), array(other), 0);
      return evidence.probability();
    }

    private static double[] array(List<Double> values) {
      return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }
}
