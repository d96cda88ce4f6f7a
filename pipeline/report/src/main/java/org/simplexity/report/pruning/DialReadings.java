package org.simplexity.report.pruning;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.simplexity.report.content.Dial;
import org.simplexity.report.content.Measured;

/** Rows of the dials of many runs, merged into one dial. */
public final class DialReadings {
  /** Values of λ that agree in this many digits are one. */
  private static final MathContext DIGITS = new MathContext(9);

  private final Collection<DialPoint> points;

  /**
   * Readings of an experiment.
   *
   * @param points rows of all runs; of several of one model, seed and λ the first counts
   */
  public DialReadings(List<DialPoint> points) {
    Map<List<Object>, DialPoint> first = new LinkedHashMap<>();
    points.forEach(p -> first.putIfAbsent(List.of(p.model(), p.seed(), lambda(p)), p));
    this.points = List.copyOf(first.values());
  }

  /** Whether there is nothing to read. */
  public boolean isEmpty() {
    return points.isEmpty();
  }

  /**
   * All models in the order of their first rows, with means and deviations over seeds.
   *
   * @param title title of the dial
   * @throws IllegalArgumentException if there is nothing to read
   */
  public Dial dial(String title) {
    Map<String, TreeMap<Double, List<DialPoint>>> byModel =
        points.stream()
            .collect(
                Collectors.groupingBy(
                    DialPoint::model,
                    LinkedHashMap::new,
                    Collectors.groupingBy(
                        DialReadings::lambda, TreeMap::new, Collectors.toList())));
    List<Dial.Model> models = new ArrayList<>();
    byModel.forEach(
        (name, byLambda) -> {
          List<Dial.Position> positions = new ArrayList<>();
          byLambda.forEach((lambda, seeds) -> positions.add(position(lambda, seeds)));
          models.add(new Dial.Model(name, positions));
        });
    return new Dial(title, models);
  }

  private static Dial.Position position(double lambda, List<DialPoint> seeds) {
    return new Dial.Position(
        lambda,
        measured(seeds, DialPoint::accuracy),
        measured(seeds, DialPoint::removable),
        measured(seeds, DialPoint::weights),
        measured(seeds, DialPoint::multiplyAdds));
  }

  private static Measured measured(List<DialPoint> seeds, ToDoubleFunction<DialPoint> figure) {
    return Measured.of(seeds.stream().map(figure::applyAsDouble).toList());
  }

  private static double lambda(DialPoint point) {
    return new BigDecimal(point.lambda()).round(DIGITS).doubleValue();
  }
}
