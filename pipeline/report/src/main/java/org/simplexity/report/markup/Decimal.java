package org.simplexity.report.markup;

import java.util.Locale;

/** Lengths in drawings: two decimals at most, no trailing zeros, the same on every machine. */
public final class Decimal {
  private Decimal() {}

  /**
   * The shortest text of a length.
   *
   * @param value a finite number
   * @throws IllegalArgumentException if the value is infinite or not a number
   */
  public static String of(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("length " + value + " is not finite");
    }
    String text = String.format(Locale.ROOT, "%.2f", value);
    String shorter = text.replaceAll("0+$", "").replaceAll("\\.$", "");
    return shorter.equals("-0") ? "0" : shorter;
  }
}
