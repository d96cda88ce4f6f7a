package org.simplexity.report.drawing;

/**
 * How an arrow is drawn.
 *
 * @param colour value on light ground
 * @param lineClass class by which its line turns dark
 * @param fillClass class by which its head turns dark
 * @param width of the line
 */
record Stroke(Colour colour, String lineClass, String fillClass, double width) {
  static Stroke plain() {
    return new Stroke(Sheet.FAINT, "faint-line", "faint", 1.4);
  }

  static Stroke coloured(int index) {
    return new Stroke(Palette.series(index), "line-" + index, "fill-" + index, 2);
  }
}
