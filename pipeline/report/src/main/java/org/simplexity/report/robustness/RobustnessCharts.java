package org.simplexity.report.robustness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.simplexity.report.content.LineChart;
import org.simplexity.report.content.LineChart.Axis;
import org.simplexity.report.content.LineChart.Point;
import org.simplexity.report.content.LineChart.Series;
import org.simplexity.report.content.LineChart.Style;
import org.simplexity.report.content.Measured;
import org.simplexity.report.content.Quantity;

/**
 * One chart a disturbance: for each variant the mean accuracy by level, with a band of one sample
 * standard deviation over runs and draws to both sides.
 */
public final class RobustnessCharts {
  private final Map<String, List<Measurement>> variants;

  /**
   * Charts of variants.
   *
   * @param variants all measurements of each, in the order of the legend
   */
  public RobustnessCharts(Map<String, List<Measurement>> variants) {
    this.variants = variants;
  }

  /** Names of the disturbances, in the order of measurement. */
  public List<String> perturbations() {
    return variants.values().stream()
        .flatMap(List::stream)
        .map(Measurement::perturbation)
        .distinct()
        .toList();
  }

  /**
   * The chart of one disturbance.
   *
   * @param perturbation one of {@link #perturbations}
   */
  public LineChart chart(String perturbation) {
    List<Series> series = new ArrayList<>();
    int number = 0;
    for (Map.Entry<String, List<Measurement>> variant : variants.entrySet()) {
      List<Measurement> some = of(perturbation, variant.getValue());
      if (!some.isEmpty()) {
        series.add(series(variant.getKey(), new Style(number, false), some));
      }
      number++;
    }
    return new LineChart(
        Measurement.title(perturbation),
        axis(perturbation),
        Axis.linear("accuracy", Quantity.FRACTION),
        series);
  }

  private Axis axis(String perturbation) {
    List<Measurement> all =
        variants.values().stream().flatMap(some -> of(perturbation, some).stream()).toList();
    boolean whole = all.stream().allMatch(m -> m.level() == Math.rint(m.level()));
    return Axis.linear(all.get(0).scale(), whole ? Quantity.COUNT : Quantity.NUMBER);
  }

  private static List<Measurement> of(String perturbation, List<Measurement> all) {
    return all.stream().filter(m -> m.perturbation().equals(perturbation)).toList();
  }

  private static Series series(String name, Style style, List<Measurement> some) {
    Map<Double, List<Double>> byLevel =
        some.stream()
            .collect(
                Collectors.groupingBy(
                    Measurement::level,
                    TreeMap::new,
                    Collectors.mapping(Measurement::accuracy, Collectors.toList())));
    List<Point> points = new ArrayList<>();
    List<Double> spread = new ArrayList<>();
    byLevel.forEach(
        (level, accuracies) -> {
          Measured measured = Measured.of(accuracies);
          points.add(new Point(level, measured.mean()));
          spread.add(measured.deviation());
        });
    boolean band = spread.stream().anyMatch(half -> half > 0);
    return new Series(name, style, points, band ? spread : List.of());
  }
}
