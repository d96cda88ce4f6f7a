package org.simplexity.report.drawing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Values over a grid of two axes, such as accuracies over the share removed and λ.
 *
 * @param title what they are of
 * @param value what they measure
 * @param x first axis
 * @param y second axis
 * @param values finite, or not a number where nothing was measured; shape y × x
 */
public record Surface(String title, String value, Axis x, Axis y, List<List<Double>> values) {
  private static final MathContext FOUR_DIGITS = new MathContext(4);

  /** Copies and checks the shape. */
  public Surface {
    values = values.stream().map(List::copyOf).toList();
    if (values.size() != y.values().size()) {
      throw new IllegalArgumentException(
          "surface has %d rows for %d values of %s"
              .formatted(values.size(), y.values().size(), y.name()));
    }
    for (List<Double> row : values) {
      if (row.size() != x.values().size()) {
        throw new IllegalArgumentException(
            "surface has a row of %d for %d values of %s"
                .formatted(row.size(), x.values().size(), x.name()));
      }
    }
  }

  /**
   * A scale that holds the values of all surfaces.
   *
   * @param surfaces surfaces with at least one finite value among them
   * @throws IllegalArgumentException if no value is finite
   */
  public static NiceScale scale(List<Surface> surfaces) {
    var finite =
        surfaces.stream()
            .flatMap(surface -> surface.values().stream())
            .flatMap(List::stream)
            .mapToDouble(Double::doubleValue)
            .filter(Double::isFinite)
            .summaryStatistics();
    if (finite.getCount() == 0) {
      throw new IllegalArgumentException(
          "none of " + surfaces.size() + " surfaces has a finite value");
    }
    return NiceScale.of(finite.getMin(), finite.getMax());
  }

  /** In words, for who cannot see it: the values at its four corners. */
  String inWords() {
    int right = x.values().size() - 1;
    int top = y.values().size() - 1;
    return value
        + " over "
        + x.name()
        + " and "
        + y.name()
        + ": "
        + String.join("; ", corner(0, 0), corner(right, 0), corner(0, top), corner(right, top))
        + ".";
  }

  private String corner(int column, int row) {
    return words(values.get(row).get(column)) + " at " + place(column, row);
  }

  /** A place of the grid in words. */
  String place(int column, int row) {
    return x.name()
        + " "
        + words(x.values().get(column))
        + ", "
        + y.name()
        + " "
        + words(y.values().get(row));
  }

  /** Four significant digits, or a dash. */
  static String words(double number) {
    return Double.isFinite(number)
        ? new BigDecimal(number).round(FOUR_DIGITS).stripTrailingZeros().toPlainString()
        : "–";
  }

  /**
   * An axis of the grid.
   *
   * @param name what it measures
   * @param values where the grid has lines, increasing; on a logarithmic axis positive
   * @param logarithmic whether equal distances are equal ratios
   */
  public record Axis(String name, List<Double> values, boolean logarithmic) {
    /** Copies and checks the values. */
    public Axis {
      values = List.copyOf(values);
      if (values.isEmpty() || (logarithmic && values.get(0) <= 0)) {
        throw new IllegalArgumentException("axis " + name + " cannot have the values " + values);
      }
      for (int i = 1; i < values.size(); i++) {
        if (!(values.get(i) > values.get(i - 1))) {
          throw new IllegalArgumentException(
              "values %s of axis %s must increase".formatted(values, name));
        }
      }
    }

    /** Where a value stands: 0 at the first line of the grid, 1 at the last. */
    double share(double value) {
      double low = scaled(values.get(0));
      double high = scaled(values.get(values.size() - 1));
      return high > low ? (scaled(value) - low) / (high - low) : 0.5;
    }

    /** Values to write along the axis: powers of ten, or multiples of a nice step. */
    List<Double> ticks() {
      double low = values.get(0);
      double high = values.get(values.size() - 1);
      if (high <= low) {
        return List.of(low);
      }
      List<Double> nice = logarithmic ? powers(low, high) : NiceScale.of(low, high).ticks();
      List<Double> inside =
          nice.stream().filter(tick -> share(tick) > -1e-9 && share(tick) < 1 + 1e-9).toList();
      return inside.size() > 1 ? inside : List.of(low, high);
    }

    private double scaled(double value) {
      return logarithmic ? Math.log10(value) : value;
    }

    private static List<Double> powers(double low, double high) {
      List<Double> powers = new ArrayList<>();
      int last = (int) Math.ceil(Math.log10(high));
      for (int power = (int) Math.floor(Math.log10(low)); power <= last; power++) {
        powers.add(Math.pow(10, power));
      }
      return powers;
    }
  }
}
