package org.simplexity.report.drawing;

/**
 * A rectangle in the drawing.
 *
 * @param x left
 * @param y top
 * @param width extent to the right
 * @param height extent downwards
 */
record Box(double x, double y, double width, double height) {
  double right() {
    return x + width;
  }

  double bottom() {
    return y + height;
  }

  double centreX() {
    return x + width / 2;
  }

  double centreY() {
    return y + height / 2;
  }
}
