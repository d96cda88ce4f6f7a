package org.simplexity.report.drawing;

/**
 * The part of a surface between four neighbours of its grid, bilinear between their values.
 *
 * @param surface the whole
 * @param column number of the left neighbours
 * @param row number of the lower neighbours
 */
record Patch(Surface surface, int column, int row) {
  /** Whether all four corners have values. */
  boolean isMeasured() {
    return Double.isFinite(value(0.5, 0.5));
  }

  /** The value at a place given as shares of the patch. */
  double value(double x, double y) {
    double below = (1 - x) * grid(0, 0) + x * grid(1, 0);
    double above = (1 - x) * grid(0, 1) + x * grid(1, 1);
    return (1 - y) * below + y * above;
  }

  /** The same place as a share of the whole first axis. */
  double x(double x) {
    return between(surface.x(), column, x);
  }

  /** The same place as a share of the whole second axis. */
  double y(double y) {
    return between(surface.y(), row, y);
  }

  private double grid(int right, int up) {
    return surface.values().get(row + up).get(column + right);
  }

  private static double between(Surface.Axis axis, int index, double share) {
    double low = axis.share(axis.values().get(index));
    double high = axis.share(axis.values().get(index + 1));
    return (1 - share) * low + share * high;
  }
}
