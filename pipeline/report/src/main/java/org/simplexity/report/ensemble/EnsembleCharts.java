package org.simplexity.report.ensemble;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.simplexity.report.content.LineChart;
import org.simplexity.report.content.LineChart.Axis;
import org.simplexity.report.content.LineChart.Point;
import org.simplexity.report.content.LineChart.Series;
import org.simplexity.report.content.LineChart.Style;
import org.simplexity.report.content.Measured;
import org.simplexity.report.content.Quantity;

/**
 * Test error against cost as members are added, and shared edges wanted against achieved; means
 * over seeds with a band of one sample standard deviation to both sides.
 *
 * @param rows scores of all seeds
 * @param shared shared edges of all seeds
 */
public record EnsembleCharts(List<EnsembleRow> rows, List<SharedRow> shared) {
  /** Copies both lists. */
  public EnsembleCharts {
    rows = List.copyOf(rows);
    shared = List.copyOf(shared);
  }

  /** Names of the methods, in the order of the rows. */
  public List<String> methods() {
    return rows.stream().map(EnsembleRow::method).distinct().toList();
  }

  /** Test error against multiply-adds. */
  public LineChart errorByMultiplyAdds() {
    return error(
        "Test error against multiply-adds, a point a member",
        new Axis("multiply-adds of forward passes", Quantity.NUMBER, true),
        EnsembleRow::multiplyAdds);
  }

  /** Test error against seconds. */
  public LineChart errorBySeconds() {
    return error(
        "Test error against time, a point a member",
        new Axis("time", Quantity.SECONDS, true),
        EnsembleRow::seconds);
  }

  private LineChart error(String title, Axis axis, ToDoubleFunction<EnsembleRow> cost) {
    List<Series> series = new ArrayList<>();
    for (String method : methods()) {
      List<Point> points = new ArrayList<>();
      List<Double> spread = new ArrayList<>();
      for (List<EnsembleRow> size : sizes(method)) {
        Measured error = Measured.of(size.stream().map(row -> 1 - row.accuracy()).toList());
        Measured spent = Measured.of(size.stream().map(cost::applyAsDouble).toList());
        points.add(new Point(spent.mean(), error.mean()));
        spread.add(error.deviation());
      }
      series.add(series(method, new Style(series.size(), false), points, spread));
    }
    return new LineChart(title, axis, Axis.linear("test error", Quantity.FRACTION), series);
  }

  private List<List<EnsembleRow>> sizes(String method) {
    Map<Integer, List<EnsembleRow>> sizes = new TreeMap<>();
    rows.stream()
        .filter(row -> row.method().equals(method))
        .forEach(row -> sizes.computeIfAbsent(row.size(), any -> new ArrayList<>()).add(row));
    return List.copyOf(sizes.values());
  }

  private static Series series(String name, Style style, List<Point> points, List<Double> spread) {
    boolean band = spread.stream().anyMatch(half -> half > 0);
    return new Series(name, style, points, band ? spread : List.of());
  }

  /** Shared edges achieved against wanted, with the line where both are equal. */
  public LineChart sharedEdges() {
    Map<Double, List<SharedRow>> byWanted = new TreeMap<>();
    shared.forEach(
        row -> byWanted.computeIfAbsent(row.wanted(), any -> new ArrayList<>()).add(row));
    Map<String, ToDoubleFunction<SharedRow>> curves = new LinkedHashMap<>();
    curves.put("wanted", SharedRow::wanted);
    curves.put("expected of the relaxed structure", SharedRow::expected);
    curves.put("discrete structures", SharedRow::achieved);
    List<Series> series = new ArrayList<>();
    curves.forEach(
        (name, value) -> {
          List<Point> points = new ArrayList<>();
          List<Double> spread = new ArrayList<>();
          byWanted.forEach(
              (wanted, some) -> {
                Measured measured = Measured.of(some.stream().map(value::applyAsDouble).toList());
                points.add(new Point(wanted, measured.mean()));
                spread.add(measured.deviation());
              });
          series.add(series(name, new Style(series.size(), series.isEmpty()), points, spread));
        });
    return new LineChart(
        "Edges shared with the optimal structure",
        Axis.linear("wanted", Quantity.COUNT),
        Axis.linear("achieved", Quantity.COUNT),
        series);
  }

  /** The rows of a method with all its members, one a seed. */
  public List<EnsembleRow> largest(String method) {
    List<List<EnsembleRow>> sizes = sizes(method);
    return sizes.isEmpty() ? List.of() : sizes.get(sizes.size() - 1);
  }
}
