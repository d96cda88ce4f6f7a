package org.simplexity.regression.output;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A horizontal axis.
 *
 * @param least smallest value shown
 * @param most largest value shown
 * @param left where the smallest value lies, in user units
 * @param right where the largest value lies
 */
record ValueAxis(double least, double most, double left, double right) {
  private static final double MARGIN = 0.06;
  private static final int TICKS = 4;

  /** An axis that holds all values, with a margin. */
  static ValueAxis over(Collection<Double> values, double left, double right) {
    double low = values.stream().mapToDouble(v -> v).filter(Double::isFinite).min().orElse(0);
    double high = values.stream().mapToDouble(v -> v).filter(Double::isFinite).max().orElse(1);
    double span = high - low;
    double margin = span > 0 ? span * MARGIN : Math.max(Math.abs(high) * MARGIN, 1e-6);
    return new ValueAxis(low - margin, high + margin, left, right);
  }

  /** Where a value lies. */
  double at(double value) {
    return left + (right - left) * (value - least) / (most - least);
  }

  /** Round values along the axis: steps of 1, 2 or 5 times a power of ten. */
  List<Double> ticks() {
    double rough = (most - least) / TICKS;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double share = rough / power;
    double step = power * (share < 1.5 ? 1 : share < 3.5 ? 2 : share < 7.5 ? 5 : 10);
    List<Double> ticks = new ArrayList<>();
    for (double tick = Math.ceil(least / step); tick * step <= most; tick++) {
      ticks.add(tick * step);
    }
    return ticks;
  }
}
