package org.simplexity.report.drawing;

/**
 * A box with a square floor seen from above its front corner, in parallel projection, so that equal
 * lengths along an axis stay equal.
 *
 * <p>On the floor x runs from the left corner to the front one and y from the front one to the
 * right one. With p = x − ½, q = y − ½, turn α and elevation ε, a place stands
 *
 * <pre>
 *   p cos α + q sin α                        to the right of the middle and
 *   (q cos α − p sin α) sin ε + z h cos ε    above it,
 * </pre>
 *
 * in lengths of a side of the floor, h being the height of the box.
 *
 * @param middle where the middle of the floor is drawn
 * @param side length of a side of the floor, in user units
 */
record Projection(Point middle, double side) {
  private static final double TURN = Math.toRadians(40);
  private static final double ELEVATION = Math.toRadians(27);
  private static final double HEIGHT = 0.72;

  /** Where a place of the box is drawn; x, y and z are shares of its sides. */
  Point at(double x, double y, double z) {
    double p = x - 0.5;
    double q = y - 0.5;
    double right = p * Math.cos(TURN) + q * Math.sin(TURN);
    double away = q * Math.cos(TURN) - p * Math.sin(TURN);
    double up = away * Math.sin(ELEVATION) + z * HEIGHT * Math.cos(ELEVATION);
    return new Point(middle.x() + side * right, middle.y() - side * up);
  }
}
