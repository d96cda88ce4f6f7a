package org.simplexity.stage.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.simplexity.experiment.stage.UpstreamRun;
import org.simplexity.report.content.Block;
import org.simplexity.report.content.LineChart;
import org.simplexity.report.content.LineChart.Axis;
import org.simplexity.report.content.LineChart.Point;
import org.simplexity.report.content.LineChart.Series;
import org.simplexity.report.content.LineChart.Style;
import org.simplexity.report.content.Quantity;
import org.simplexity.report.content.ResultsTable.Better;
import org.simplexity.report.content.ResultsTable.Column;
import org.simplexity.report.ranking.Figure;
import org.simplexity.report.ranking.Headline;
import org.simplexity.report.ranking.Variant;

/**
 * Which submodel of the polynomial example is chosen, in numbers and, where one weight λ was swept,
 * as curves over it.
 *
 * @param runs runs of the stage polynomial
 * @param name name of the experiment
 */
record PolynomialBlocks(List<UpstreamRun> runs, String name) {
  private static final String PREFIX = "polynomial.";
  private static final List<Figure> FIGURES =
      List.of(
          share("share/one_feature", "One feature"),
          share("share/eleven_features", "Eleven features"),
          share("share/constant", "Constant"),
          figure("complexity/divergence", "KL(q‖p), nats", Better.NEITHER),
          figure("validation/log_likelihood", "Validation log-likelihood, nats", Better.HIGHER));
  private static final int SHARES = 3;

  private static Figure share(String metric, String title) {
    return new Figure(metric, new Column(title, Quantity.FRACTION, Better.NEITHER));
  }

  private static Figure figure(String metric, String title, Better better) {
    return new Figure(metric, new Column(title, Quantity.NUMBER, better));
  }

  List<Block> blocks() {
    if (runs.isEmpty()) {
      return List.of();
    }
    List<Block> blocks = new ArrayList<>();
    swept().ifPresent(key -> blocks.add(shares(key)));
    swept().ifPresent(key -> blocks.add(complexity(key)));
    blocks.add(Tables.of("Shares of the submodels", Variant.of(runs, name), FIGURES));
    return blocks;
  }

  /** The only number of the section that differs among the runs. */
  private Optional<String> swept() {
    Set<String> keys = new TreeSet<>();
    for (UpstreamRun run : runs) {
      run.summary().parameters().keySet().stream()
          .filter(key -> key.startsWith(PREFIX) && values(key) > 1)
          .forEach(keys::add);
    }
    return keys.size() == 1 && runs.stream().allMatch(run -> number(run, keys).isPresent())
        ? keys.stream().findFirst()
        : Optional.empty();
  }

  private long values(String key) {
    return runs.stream().map(run -> run.summary().parameters().get(key)).distinct().count();
  }

  private static Optional<Double> number(UpstreamRun run, Set<String> keys) {
    return keys.stream().findFirst().flatMap(key -> number(run, key));
  }

  private static Optional<Double> number(UpstreamRun run, String key) {
    try {
      return Optional.of(Double.valueOf(run.summary().parameters().getOrDefault(key, "")));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private LineChart shares(String key) {
    List<Series> series = new ArrayList<>();
    for (int i = 0; i < SHARES; i++) {
      series.add(curve(FIGURES.get(i), key, i));
    }
    return new LineChart(
        "Share of each submodel, mean over seeds",
        axis(key),
        Axis.linear("share", Quantity.FRACTION),
        series);
  }

  private LineChart complexity(String key) {
    Figure figure = FIGURES.get(SHARES);
    return new LineChart(
        "Complexity of what is chosen, mean over seeds",
        axis(key),
        Axis.linear(figure.column().title(), Quantity.NUMBER),
        List.of(curve(figure, key, 0)));
  }

  private static Axis axis(String key) {
    return Axis.linear(key.substring(PREFIX.length()), Quantity.NUMBER);
  }

  private Series curve(Figure figure, String key, int colour) {
    Map<Double, List<Double>> byValue = new TreeMap<>();
    for (UpstreamRun run : runs) {
      Headline.value(run, figure.metric())
          .ifPresent(
              value ->
                  number(run, key)
                      .ifPresent(
                          x -> byValue.computeIfAbsent(x, any -> new ArrayList<>()).add(value)));
    }
    List<Point> points = new ArrayList<>();
    byValue.forEach((x, all) -> points.add(new Point(x, mean(all))));
    return new Series(figure.column().title(), new Style(colour, false), points);
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(value -> value).average().orElse(Double.NaN);
  }
}
