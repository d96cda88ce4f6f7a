package org.simplexity.report.drawing;

import java.util.ArrayList;
import java.util.List;

/**
 * A scale whose ends and ticks are multiples of 1, 2 or 5 times a power of ten.
 *
 * @param low lower end
 * @param high upper end
 * @param step distance of two ticks
 */
public record NiceScale(double low, double high, double step) {
  private static final int STEPS = 5;
  private static final double TOLERANCE = 1e-9;

  /** Checks that the scale has a length and a step. */
  public NiceScale {
    if (!(high > low && step > 0)) {
      throw new IllegalArgumentException(
          "scale from %s to %s by %s has no ticks".formatted(low, high, step));
    }
  }

  /**
   * The shortest such scale with about five steps that holds two values.
   *
   * @param least the smaller
   * @param greatest the greater, or the same
   */
  public static NiceScale of(double least, double greatest) {
    double step = step(greatest > least ? greatest - least : Math.max(Math.abs(least), 1));
    double low = Math.floor(least / step + TOLERANCE) * step;
    double high = Math.ceil(greatest / step - TOLERANCE) * step;
    return new NiceScale(low, high > low ? high : low + step, step);
  }

  /** All ticks, both ends included. */
  public List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    long count = Math.round((high - low) / step);
    for (long tick = 0; tick <= count; tick++) {
      ticks.add(low + tick * step);
    }
    return ticks;
  }

  /**
   * Where a value stands: 0 at the lower end, 1 at the upper one.
   *
   * @param value value
   */
  public double share(double value) {
    return (value - low) / (high - low);
  }

  private static double step(double length) {
    double rough = length / STEPS;
    double ten = Math.pow(10, Math.floor(Math.log10(rough)));
    double digit = rough / ten;
    return ten * (digit < 1.5 ? 1 : digit < 3.5 ? 2 : digit < 7.5 ? 5 : 10);
  }
}
