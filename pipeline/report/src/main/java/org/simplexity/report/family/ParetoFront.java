package org.simplexity.report.family;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.simplexity.report.content.LineChart;
import org.simplexity.report.content.LineChart.Axis;
import org.simplexity.report.content.LineChart.Point;
import org.simplexity.report.content.LineChart.Series;
import org.simplexity.report.content.LineChart.Style;
import org.simplexity.report.content.Quantity;

/**
 * Accuracy over cost of the members of families and of single searches, with the members that no
 * other one beats in both.
 *
 * @param members cost and accuracy of members
 * @param singles the same of single searches; empty if there are none
 */
public record ParetoFront(List<Point> members, List<Point> singles) {
  /** Copies the lists. */
  public ParetoFront {
    members = List.copyOf(members);
    singles = List.copyOf(singles);
  }

  /**
   * The points that no other one beats: none costs less, or as little, and is more accurate.
   *
   * @param points cost and accuracy
   * @return in order of cost, each cost once
   */
  public static List<Point> of(List<Point> points) {
    List<Point> sorted =
        points.stream()
            .sorted(
                Comparator.comparingDouble(Point::x)
                    .thenComparing(Comparator.comparingDouble(Point::y).reversed()))
            .toList();
    List<Point> front = new ArrayList<>();
    for (Point point : sorted) {
      if (front.isEmpty() || point.y() > front.get(front.size() - 1).y()) {
        front.add(point);
      }
    }
    return front;
  }

  /**
   * The chart.
   *
   * @param title what it shows
   * @param cost name of the cost
   */
  public LineChart chart(String title, String cost) {
    List<Series> series = new ArrayList<>();
    series.add(new Series("members that no other beats", new Style(0, false), of(members)));
    series.add(new Series("members", Style.points(0), members));
    if (!singles.isEmpty()) {
      series.add(new Series("single searches", Style.points(1), singles));
    }
    return new LineChart(
        title,
        Axis.linear(cost, Quantity.COUNT),
        Axis.linear("accuracy", Quantity.FRACTION),
        series);
  }
}
