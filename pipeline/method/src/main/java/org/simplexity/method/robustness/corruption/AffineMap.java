package org.simplexity.method.robustness.corruption;

import java.util.random.RandomGenerator;
import org.simplexity.data.ImageShape;

/**
 * Where each pixel of a moved image comes from: (row, column) ↦ A (row, column, 1).
 *
 * @param rows coefficients of the row of origin
 * @param columns coefficients of the column of origin
 */
record AffineMap(Line rows, Line columns) {
  /** a row + b column + c. */
  record Line(double a, double b, double c) {
    double at(double row, double column) {
      return a * row + b * column + c;
    }
  }

  /** A point of the image. */
  private record Point(double row, double column) {
    Point moved(double most, RandomGenerator random) {
      double right = most * (2 * random.nextDouble() - 1);
      double down = most * (2 * random.nextDouble() - 1);
      return new Point(row + down, column + right);
    }
  }

  /**
   * The map that moves three corners of a square in the middle of the image.
   *
   * @param shape shape of the image
   * @param most largest shift of a corner along rows and columns, in pixels
   * @param random where shifts come from
   */
  static AffineMap random(ImageShape shape, double most, RandomGenerator random) {
    int row = shape.height() / 2;
    int column = shape.width() / 2;
    int half = Math.min(shape.height(), shape.width()) / 3;
    Point[] origins = {
      new Point(row + half, column + half),
      new Point(row - half, column + half),
      new Point(row - half, column - half)
    };
    Point[] targets = new Point[origins.length];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = origins[i].moved(most, random);
    }
    return new AffineMap(
        line(targets, origins[0].row, origins[1].row, origins[2].row),
        line(targets, origins[0].column, origins[1].column, origins[2].column));
  }

  /** The line with three values at three points, by Cramer's rule. */
  private static Line line(Point[] at, double first, double second, double third) {
    double r1 = at[1].row - at[0].row;
    double r2 = at[2].row - at[0].row;
    double c1 = at[1].column - at[0].column;
    double c2 = at[2].column - at[0].column;
    double determinant = r1 * c2 - r2 * c1;
    double a = ((second - first) * c2 - (third - first) * c1) / determinant;
    double b = (r1 * (third - first) - r2 * (second - first)) / determinant;
    return new Line(a, b, first - a * at[0].row - b * at[0].column);
  }

  /** Row of origin of a place. */
  double row(int row, int column) {
    return rows.at(row, column);
  }

  /** Column of origin of a place. */
  double column(int row, int column) {
    return columns.at(row, column);
  }
}
