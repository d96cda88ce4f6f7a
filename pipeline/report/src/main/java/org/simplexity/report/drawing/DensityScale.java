package org.simplexity.report.drawing;

import java.util.Locale;

/**
 * Which log densities the ends of the colour scale stand for.
 *
 * <p>A density may be unbounded at the border and vanish there: the highest 0.5 % of the cells
 * share the last colour, and all that is below a millionth of them shares the first.
 *
 * @param low ln p of the first colour
 * @param high ln p of the last colour
 */
record DensityScale(double low, double high) {
  private static final double KEPT = 0.995;
  private static final double DEPTH = Math.log(1e6);
  private static final double LARGEST_EXPONENT = 600;

  /** The scale of a grid. */
  static DensityScale of(DensityGrid grid) {
    double high = grid.quantile(KEPT);
    return new DensityScale(Math.max(grid.quantile(0), high - DEPTH), high);
  }

  /** Whether the density is the same everywhere. */
  boolean isConstant() {
    return high - low <= 1e-9;
  }

  /** The level of a log density; the middle one if all are the same. */
  int level(double log) {
    return ColourScale.of(isConstant() ? 0.5 : (log - low) / (high - low));
  }

  /** Density of an end in words, also where it is no double. */
  static String words(double log) {
    return Math.abs(log) < LARGEST_EXPONENT
        ? String.format(Locale.ROOT, "%.3g", Math.exp(log))
        : String.format(Locale.ROOT, "exp(%.0f)", log);
  }
}
