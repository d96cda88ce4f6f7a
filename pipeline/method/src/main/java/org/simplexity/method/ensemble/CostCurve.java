package org.simplexity.method.ensemble;

import java.util.List;

/**
 * Test error against the cost spent so far, as members are added one by one: at cost x it is the
 * error of the ensemble that is done by then, so a step function.
 *
 * @param points cost and error of each size of the ensemble, by cost
 */
public record CostCurve(List<Point> points) {
  /** Copies the points and checks their order. */
  public CostCurve {
    points = List.copyOf(points);
    for (int i = 1; i < points.size(); i++) {
      if (points.get(i).cost() < points.get(i - 1).cost()) {
        throw new IllegalArgumentException("costs must not fall: " + points);
      }
    }
  }

  /**
   * A point.
   *
   * @param cost cost so far
   * @param error test error from there on
   */
  public record Point(double cost, double error) {}

  /**
   * The area under the curve over [0, horizon], divided by the horizon: the mean error over the
   * cost. Less is better.
   *
   * @param horizon cost up to which it is taken; points beyond it do not count
   * @param before error before the first member is done, such as that of chance
   * @throws IllegalArgumentException if the horizon is not positive
   */
  public double area(double horizon, double before) {
    if (!(horizon > 0)) {
      throw new IllegalArgumentException("horizon " + horizon + " must be positive");
    }
    double area = 0;
    double from = 0;
    double error = before;
    for (Point point : points) {
      double to = Math.min(horizon, point.cost());
      area += (to - from) * error;
      from = to;
      error = point.error();
    }
    return (area + (horizon - from) * error) / horizon;
  }
}
