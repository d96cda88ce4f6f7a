package org.simplexity.report.drawing;

/**
 * The simplex of three coordinates as an equilateral triangle: the first corner below left, the
 * second below right, the third on top.
 *
 * @param left of the first corner
 * @param bottom of the first corner
 * @param side length of a side
 */
record Triangle(double left, double bottom, double side) {
  private static final double HEIGHT = Math.sqrt(3) / 2;

  double height() {
    return HEIGHT * side;
  }

  /** Where the point of barycentric coordinates lies. */
  Point at(double first, double second, double third) {
    return new Point(
        left + side * (second + third / 2) / (first + second + third),
        bottom - height() * third / (first + second + third));
  }

  /** A corner, counted from 0. */
  Point corner(int number) {
    return at(number == 0 ? 1 : 0, number == 1 ? 1 : 0, number == 2 ? 1 : 0);
  }
}
