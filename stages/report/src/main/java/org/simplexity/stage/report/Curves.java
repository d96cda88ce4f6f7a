package org.simplexity.stage.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.simplexity.experiment.stage.UpstreamRun;
import org.simplexity.report.content.LineChart;
import org.simplexity.report.content.LineChart.Axis;
import org.simplexity.report.content.LineChart.Point;
import org.simplexity.report.content.LineChart.Series;
import org.simplexity.report.content.LineChart.Style;
import org.simplexity.report.content.Quantity;
import org.simplexity.report.ranking.Variant;
import org.simplexity.tracking.MetricPoint;

/**
 * Curves of the runs of one stage.
 *
 * <p>A colour is a variant and a broken line the train split; of a single variant each curve has a
 * colour of its own. Seeds of one variant share a name.
 */
record Curves(String what, List<Variant> variants) {
  /** Losses on train and validation split. */
  Optional<LineChart> loss() {
    Axis axis = new Axis("loss", Quantity.NUMBER, true);
    return chart("Loss of " + what, axis, List.of("train/loss", "validation/loss"));
  }

  /** Accuracies on train and validation split. */
  Optional<LineChart> accuracy() {
    Axis axis = Axis.linear("accuracy", Quantity.FRACTION);
    return chart("Accuracy of " + what, axis, List.of("train/accuracy", "validation/accuracy"));
  }

  /** One metric of every run. */
  Optional<LineChart> metric(String title, Axis axis, String metric) {
    return chart(title, axis, List.of(metric));
  }

  private Optional<LineChart> chart(String title, Axis axis, List<String> wanted) {
    List<String> metrics = wanted.stream().filter(this::isLogged).toList();
    List<Series> series = new ArrayList<>();
    for (int number = 0; number < variants.size(); number++) {
      for (int which = 0; which < metrics.size(); which++) {
        for (UpstreamRun run : variants.get(number).runs()) {
          List<Point> points = points(run, metrics.get(which));
          if (!points.isEmpty()) {
            series.add(
                new Series(name(number, metrics, which), style(number, metrics, which), points));
          }
        }
      }
    }
    return series.isEmpty()
        ? Optional.empty()
        : Optional.of(new LineChart(title, Axis.epochs(), named(axis, wanted, metrics), series));
  }

  /** Where only one of several splits was measured, the axis says which. */
  private static Axis named(Axis axis, List<String> wanted, List<String> metrics) {
    boolean one = wanted.size() > 1 && metrics.size() == 1;
    return one
        ? new Axis(split(metrics.get(0)) + " " + axis.name(), axis.quantity(), axis.logarithmic())
        : axis;
  }

  private boolean isLogged(String metric) {
    return variants.stream()
        .flatMap(variant -> variant.runs().stream())
        .anyMatch(run -> run.summary().metrics().containsKey(metric));
  }

  private static String split(String metric) {
    return metric.substring(0, metric.indexOf('/'));
  }

  private String name(int number, List<String> metrics, int which) {
    String variant = variants.get(number).name();
    if (metrics.size() == 1) {
      return variant;
    }
    String split = split(metrics.get(which));
    return variants.size() == 1 ? split : variant + " · " + split;
  }

  private Style style(int number, List<String> metrics, int which) {
    boolean dashed = metrics.size() > 1 && metrics.get(which).startsWith("train/");
    return new Style(variants.size() == 1 ? which : number, dashed);
  }

  /** The points of a curve; none if not one of them is finite. */
  private static List<Point> points(UpstreamRun run, String metric) {
    if (!run.summary().metrics().containsKey(metric)) {
      return List.of();
    }
    List<Point> points = run.history(metric).stream().map(Curves::point).toList();
    return points.stream().anyMatch(point -> Double.isFinite(point.y())) ? points : List.of();
  }

  private static Point point(MetricPoint point) {
    return new Point(point.step(), point.value());
  }
}
