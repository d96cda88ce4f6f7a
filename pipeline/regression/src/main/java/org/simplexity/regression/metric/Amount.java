package org.simplexity.regression.metric;

import java.util.Locale;

/**
 * A tolerance or limit.
 *
 * @param value in the unit of the metric, or in percent
 * @param percent whether it is a share of the baseline's mean
 */
public record Amount(double value, boolean percent) {
  /** Nothing is tolerated. */
  public static final Amount NONE = new Amount(0, false);

  /** Checks that it is a number. */
  public Amount {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("amount " + value + " is not a number");
    }
  }

  /**
   * In the unit of the metric.
   *
   * @param value amount
   */
  public static Amount of(double value) {
    return new Amount(value, false);
  }

  /**
   * As a share of the baseline's mean.
   *
   * @param value percent
   */
  public static Amount percent(double value) {
    return new Amount(value, true);
  }

  /**
   * In the unit of the metric.
   *
   * @param baseline the baseline's mean
   */
  public double absolute(double baseline) {
    return percent ? Math.abs(baseline) * value / 100 : value;
  }

  /** As in arguments: {@code 0.01}, {@code 5%}. */
  @Override
  public String toString() {
    String number =
        value == Math.rint(value) && Math.abs(value) < 1e9
            ? String.format(Locale.ROOT, "%.0f", value)
            : Double.toString(value);
    return percent ? number + "%" : number;
  }
}
