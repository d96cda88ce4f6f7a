package org.simplexity.report.drawing;

/**
 * A colour of lines and words.
 *
 * @param style class by which a drawing's words turn dark, and with {@code -line} its lines
 * @param colour on both grounds
 */
public record Ink(String style, Colour colour) {
  /** Between these shares of the scale neither ink nor paper is legible in light and in dark. */
  private static final double LOWER = 0.3;

  private static final double UPPER = 0.67;

  /** Words and outlines. */
  public static final Ink STRONG = new Ink("ink", Sheet.INK);

  /** What is said by the way. */
  public static final Ink FAINT = new Ink("faint", Sheet.FAINT);

  /** Lines of a grid. */
  public static final Ink PALE = new Ink("pale", Sheet.PALE);

  /** The colour of the paper, for what stands on strong ground. */
  public static final Ink PAPER = new Ink("paper", Sheet.PAPER);

  /** Dark in light and dark, for what stands on middling ground. */
  public static final Ink DARK = new Ink("dark", Sheet.DARK);

  /** What can be read on a colour of the sequential scale. */
  static Ink on(int level) {
    double share = (level + 0.5) / ColourScale.LEVELS;
    return share > UPPER ? PAPER : share < LOWER ? STRONG : DARK;
  }
}
