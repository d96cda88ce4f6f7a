package org.simplexity.regression.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.simplexity.regression.MetricResult;
import org.simplexity.regression.Observation;
import org.simplexity.regression.metric.Goal;
import org.simplexity.regression.statistics.Method;
import org.simplexity.report.markup.Element;

/**
 * The values of one metric over seeds: a dot a seed, the mean as a bar, equal seeds joined where
 * pairs were tested, and a broken line where the tolerance ends.
 */
final class DotChart {
  private static final double WIDTH = 560;
  private static final double HEIGHT = 112;
  private static final double LEFT = 84;
  private static final double RIGHT = 524;
  private static final double UPPER = 24;
  private static final double LOWER = 58;
  private static final double GROUND = 84;
  private final MetricResult result;
  private final Numbers numbers;
  private final ValueAxis axis;

  private DotChart(MetricResult result) {
    this.result = result;
    this.numbers = Numbers.of(result.rule().metric());
    List<Double> values = new ArrayList<>();
    result.baseline().forEach(value -> values.add(value.value()));
    result.candidate().forEach(value -> values.add(value.value()));
    limit().ifPresent(values::add);
    this.axis = ValueAxis.over(values, LEFT, RIGHT);
  }

  static Element of(MetricResult result) {
    return new DotChart(result).svg();
  }

  private Element svg() {
    Element svg =
        Element.of("svg", Element.of("title", description()))
            .with("xmlns", "http://www.w3.org/2000/svg")
            .with("viewBox", "0 0 560 112")
            .with("width", WIDTH)
            .with("height", HEIGHT)
            .with("role", "img");
    svg = svg.add(ground()).add(pairs());
    Optional<Double> limit = limit();
    if (limit.isPresent()) {
      svg = svg.add(vertical(limit.get(), 8, GROUND).with("class", "limit"));
    }
    return svg.add(
        side("baseline", result.baseline(), UPPER), side("candidate", result.candidate(), LOWER));
  }

  private String description() {
    return result.rule().metric()
        + ": baseline "
        + numbers.mean(result.baseline())
        + ", candidate "
        + numbers.mean(result.candidate());
  }

  /** Where the tolerance ends: the mean may be up to there. */
  private Optional<Double> limit() {
    Goal goal = result.rule().goal();
    if (goal.isLimit()) {
      return Optional.of(result.tolerance());
    }
    double sign = goal == Goal.HIGHER ? -1 : 1;
    double end = result.baselineMean() + sign * result.tolerance();
    return Double.isFinite(end) ? Optional.of(end) : Optional.empty();
  }

  private List<Element> ground() {
    List<Element> parts = new ArrayList<>();
    parts.add(
        Element.of("line")
            .with("x1", LEFT)
            .with("x2", RIGHT)
            .with("y1", GROUND)
            .with("y2", GROUND)
            .with("class", "axis"));
    for (double tick : axis.ticks()) {
      parts.add(vertical(tick, GROUND, GROUND + 5).with("class", "axis"));
      parts.add(
          text(axis.at(tick), GROUND + 20, numbers.value(tick)).with("text-anchor", "middle"));
    }
    return parts;
  }

  private List<Element> pairs() {
    List<Element> lines = new ArrayList<>();
    if (result.evidence().method() == Method.PAIRED) {
      for (int i = 0; i < result.baseline().size(); i++) {
        lines.add(
            Element.of("line")
                .with("x1", axis.at(result.baseline().get(i).value()))
                .with("y1", UPPER)
                .with("x2", axis.at(result.candidate().get(i).value()))
                .with("y2", LOWER)
                .with("class", "pair"));
      }
    }
    return lines;
  }

  private Element side(String name, List<Observation> values, double y) {
    Element group = Element.of("g").with("class", name).add(text(0, y + 4, name));
    for (Observation value : values) {
      if (Double.isFinite(value.value())) {
        group = group.add(dot(value, y));
      }
    }
    double mean = values.stream().mapToDouble(Observation::value).average().orElse(Double.NaN);
    return Double.isFinite(mean) ? group.add(vertical(mean, y - 11, y + 11)) : group;
  }

  private Element dot(Observation value, double y) {
    String name = "seed " + value.seed() + ": " + numbers.value(value.value());
    return Element.of("circle", Element.of("title", name))
        .with("cx", axis.at(value.value()))
        .with("cy", y)
        .with("r", 5);
  }

  private Element vertical(double value, double from, double to) {
    double x = axis.at(value);
    return Element.of("line").with("x1", x).with("x2", x).with("y1", from).with("y2", to);
  }

  private static Element text(double x, double y, String words) {
    return Element.of("text", words).with("x", x).with("y", y);
  }
}
