package org.simplexity.report.content;

import java.util.List;

/**
 * Curves over a common axis.
 *
 * @param title what it shows
 * @param x horizontal axis
 * @param y vertical axis
 * @param series curves; those of the same name share one entry of the legend
 */
public record LineChart(String title, Axis x, Axis y, List<Series> series) implements Block {
  /** Copies the curves. */
  public LineChart {
    series = List.copyOf(series);
  }

  /**
   * An axis.
   *
   * @param name what it measures
   * @param quantity how its values are written
   * @param logarithmic whether equal distances are equal ratios; values of 0 or less are left out
   */
  public record Axis(String name, Quantity quantity, boolean logarithmic) {
    /** Epochs, counted from 1. */
    public static Axis epochs() {
      return new Axis("epoch", Quantity.COUNT, false);
    }

    /**
     * An axis with equal distances for equal differences.
     *
     * @param name what it measures
     * @param quantity how its values are written
     */
    public static Axis linear(String name, Quantity quantity) {
      return new Axis(name, quantity, false);
    }
  }

  /**
   * A curve.
   *
   * @param name entry in the legend
   * @param style how it is drawn
   * @param points in order of x; values that are not finite leave a gap
   * @param spread half the height of a band around each point, in units of y; empty for no band
   */
  public record Series(String name, Style style, List<Point> points, List<Double> spread) {
    /** Copies the lists and checks that every point has its spread, or none has. */
    public Series {
      points = List.copyOf(points);
      spread = List.copyOf(spread);
      if (!spread.isEmpty() && spread.size() != points.size()) {
        throw new IllegalArgumentException(
            "spread of %d values does not fit %d points".formatted(spread.size(), points.size()));
      }
    }

    /**
     * A curve without a band.
     *
     * @param name entry in the legend
     * @param style how it is drawn
     * @param points in order of x
     */
    public Series(String name, Style style, List<Point> points) {
      this(name, style, points, List.of());
    }
  }

  /**
   * How a curve is drawn.
   *
   * @param colour number in {@link org.simplexity.report.drawing.Palette#SERIES}
   * @param dashed whether its line is broken
   * @param loose whether it is points without a line
   */
  public record Style(int colour, boolean dashed, boolean loose) {
    /**
     * A line.
     *
     * @param colour number in {@link org.simplexity.report.drawing.Palette#SERIES}
     * @param dashed whether it is broken
     */
    public Style(int colour, boolean dashed) {
      this(colour, dashed, false);
    }

    /**
     * Points without a line.
     *
     * @param colour number in {@link org.simplexity.report.drawing.Palette#SERIES}
     */
    public static Style points(int colour) {
      return new Style(colour, false, true);
    }
  }

  /**
   * A point of a curve.
   *
   * @param x place on the horizontal axis
   * @param y place on the vertical axis
   */
  public record Point(double x, double y) {}
}
