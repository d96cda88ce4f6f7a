package org.simplexity.report.drawing;

/**
 * A place in the drawing, in user units from its top left corner.
 *
 * @param x to the right
 * @param y downwards
 */
public record Point(double x, double y) {
  double distance(Point other) {
    return Math.hypot(other.x - x, other.y - y);
  }

  /** The point at the given distance from this one on the way to another. */
  Point towards(Point other, double length) {
    double whole = distance(other);
    double share = whole == 0 ? 0 : length / whole;
    return new Point(x + share * (other.x - x), y + share * (other.y - y));
  }
}
