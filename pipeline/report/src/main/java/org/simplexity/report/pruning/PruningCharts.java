package org.simplexity.report.pruning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.simplexity.report.content.LineChart;
import org.simplexity.report.content.LineChart.Axis;
import org.simplexity.report.content.LineChart.Point;
import org.simplexity.report.content.LineChart.Series;
import org.simplexity.report.content.LineChart.Style;
import org.simplexity.report.content.Measured;
import org.simplexity.report.content.Quantity;

/**
 * Mean accuracy over the share of weights removed, with bands of one sample standard deviation over
 * seeds to both sides: models at one λ, and one model over λ.
 */
public final class PruningCharts {
  private static final List<Double> IN_TABLES = List.of(0.0, 0.5, 0.8, 0.9);

  private final List<Removal> removals;

  /**
   * Charts of an experiment.
   *
   * @param removals all that was measured
   */
  public PruningCharts(List<Removal> removals) {
    this.removals = List.copyOf(removals);
  }

  /** The values of λ, increasing. */
  public List<Double> lambdas() {
    return sorted(r -> true, Removal::lambda);
  }

  /**
   * The values of λ of one model, increasing.
   *
   * @param model model
   */
  public List<Double> measuredLambdas(String model) {
    return sorted(r -> r.model().equals(model), Removal::lambda);
  }

  /** The shares of weights removed, increasing. */
  public List<Double> shares() {
    return sorted(r -> true, Removal::removed);
  }

  /** The shares that tables show: 0, 50, 80 and 90 % if all were measured, or else all. */
  public List<Double> tableShares() {
    List<Double> shares = shares();
    return shares.containsAll(IN_TABLES) ? IN_TABLES : shares;
  }

  /**
   * A share as the heading of a column.
   *
   * @param share share of weights removed
   */
  public static String percent(double share) {
    return Math.round(100 * share) + " %";
  }

  /** The models in the order of measurement. */
  public List<String> models() {
    return removals.stream().map(Removal::model).distinct().toList();
  }

  /**
   * All models at one λ.
   *
   * @param lambda λ
   */
  public LineChart models(double lambda) {
    return chart("Models at λ = " + lambda, r -> r.lambda() == lambda, Removal::model);
  }

  /**
   * One model at every λ.
   *
   * @param model model
   */
  public LineChart lambdas(String model) {
    return chart(model + " by λ", r -> r.model().equals(model), r -> "λ = " + r.lambda());
  }

  /**
   * The accuracies over seeds of one model.
   *
   * @param model model
   * @param lambda λ
   * @param removed share of the weights that is removed
   */
  public Measured at(String model, double lambda, double removed) {
    return Measured.of(
        removals.stream()
            .filter(r -> r.model().equals(model) && r.lambda() == lambda && r.removed() == removed)
            .map(Removal::accuracy)
            .toList());
  }

  /** Means and deviations over seeds of all that was measured, by model, λ and share. */
  public List<RemovalSummary> summaries() {
    List<RemovalSummary> summaries = new ArrayList<>();
    for (String model : models()) {
      for (double lambda : measuredLambdas(model)) {
        for (double share : shares()) {
          Predicate<Removal> here =
              r -> r.model().equals(model) && r.lambda() == lambda && r.removed() == share;
          long seeds = removals.stream().filter(here).map(Removal::seed).distinct().count();
          if (seeds > 0) {
            summaries.add(
                new RemovalSummary(model, lambda, share, at(model, lambda, share), seeds));
          }
        }
      }
    }
    return summaries;
  }

  private List<Double> sorted(Predicate<Removal> chosen, Function<Removal, Double> value) {
    return removals.stream().filter(chosen).map(value).distinct().sorted().toList();
  }

  private LineChart chart(
      String title, Predicate<Removal> chosen, Function<Removal, String> legend) {
    Map<String, List<Removal>> groups =
        removals.stream()
            .filter(chosen)
            .collect(Collectors.groupingBy(legend, LinkedHashMap::new, Collectors.toList()));
    List<Series> series = new ArrayList<>();
    groups.forEach((name, some) -> series.add(series(name, series.size(), some)));
    return new LineChart(
        title,
        Axis.linear("share of weights removed", Quantity.NUMBER),
        Axis.linear("accuracy", Quantity.FRACTION),
        series);
  }

  private static Series series(String name, int colour, List<Removal> some) {
    Map<Double, List<Double>> byShare =
        some.stream()
            .collect(
                Collectors.groupingBy(
                    Removal::removed,
                    TreeMap::new,
                    Collectors.mapping(Removal::accuracy, Collectors.toList())));
    List<Point> points = new ArrayList<>();
    List<Double> spread = new ArrayList<>();
    byShare.forEach(
        (share, accuracies) -> {
          Measured measured = Measured.of(accuracies);
          points.add(new Point(share, measured.mean()));
          spread.add(measured.deviation());
        });
    boolean band = spread.stream().anyMatch(half -> half > 0);
    return new Series(name, new Style(colour, false), points, band ? spread : List.of());
  }
}
