package org.simplexity.report.content;

import java.util.List;

/**
 * A figure from one or several runs: mean and sample standard deviation.
 *
 * @param mean arithmetic mean; not a number if there is none
 * @param deviation square root of Σ(x − mean)² / (n − 1); 0 for fewer than two
 * @param count number n of runs
 */
public record Measured(double mean, double deviation, int count) {
  /** No run has the figure. */
  public static final Measured MISSING = new Measured(Double.NaN, 0, 0);

  /**
   * Mean and deviation of values.
   *
   * @param values one a run; those that are not numbers make the whole not a number
   */
  public static Measured of(List<Double> values) {
    if (values.isEmpty()) {
      return MISSING;
    }
    int n = values.size();
    double mean = values.stream().mapToDouble(Double::doubleValue).sum() / n;
    double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    return new Measured(mean, n > 1 ? Math.sqrt(squares / (n - 1)) : 0, n);
  }

  /**
   * As it is to be read: mean ± deviation, or the bare value of a single run.
   *
   * @param quantity what it is
   */
  public String format(Quantity quantity) {
    String text = quantity.format(mean);
    return count > 1 ? text + " ±\u00A0" + quantity.format(deviation) : text;
  }
}
