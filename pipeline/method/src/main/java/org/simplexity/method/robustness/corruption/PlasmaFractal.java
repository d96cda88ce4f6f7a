package org.simplexity.method.robustness.corruption;

import java.util.random.RandomGenerator;

/**
 * Random clouds by the diamond-square algorithm on a torus (Fournier, Fussell, Carpenter 1982),
 * scaled to [0, 1].
 *
 * <p>From a grid of one point on, the middle of every square and then of every diamond of points is
 * the mean of its four corners plus a random height, whose range shrinks by the square of the decay
 * from step to step.
 */
final class PlasmaFractal {
  private final double[][] heights;

  private PlasmaFractal(double[][] heights) {
    this.heights = heights;
  }

  /**
   * Draws clouds.
   *
   * @param side least side; the square has the next power of two
   * @param decay root of the factor by which the range of random heights shrinks
   * @param random where they come from
   */
  static PlasmaFractal of(int side, double decay, RandomGenerator random) {
    int size = Math.max(2, Integer.highestOneBit(2 * side - 1));
    double[][] heights = new double[size][size];
    double range = 1; // the scale of heights is free: the end result is scaled to [0, 1]
    for (int step = size; step >= 2; step /= 2) {
      int half = step / 2;
      Grid grid = new Grid(heights, step, range, random);
      grid.fill(half, half, PlasmaFractal::corners);
      grid.fill(0, half, PlasmaFractal::sides);
      grid.fill(half, 0, PlasmaFractal::sides);
      range /= decay * decay; // the published heights are wibble · U(−wibble, wibble)
    }
    return new PlasmaFractal(scaled(heights));
  }

  /** The sum of four points at a distance from another. */
  private interface Around {
    double sum(double[][] heights, int row, int column, int distance);
  }

  /** One step: every so many points a new height. */
  private record Grid(double[][] heights, int step, double range, RandomGenerator random) {
    void fill(int firstRow, int firstColumn, Around around) {
      for (int row = firstRow; row < heights.length; row += step) {
        for (int column = firstColumn; column < heights.length; column += step) {
          double mean = around.sum(heights, row, column, step / 2) / 4;
          heights[row][column] = mean + range * (2 * random.nextDouble() - 1);
        }
      }
    }
  }

  private static double corners(double[][] heights, int row, int column, int half) {
    return at(heights, row - half, column - half)
        + at(heights, row - half, column + half)
        + at(heights, row + half, column - half)
        + at(heights, row + half, column + half);
  }

  private static double sides(double[][] heights, int row, int column, int half) {
    return at(heights, row - half, column)
        + at(heights, row + half, column)
        + at(heights, row, column - half)
        + at(heights, row, column + half);
  }

  private static double at(double[][] heights, int row, int column) {
    return heights[Math.floorMod(row, heights.length)][Math.floorMod(column, heights.length)];
  }

  private static double[][] scaled(double[][] heights) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (double[] row : heights) {
      for (double height : row) {
        least = Math.min(least, height);
        greatest = Math.max(greatest, height);
      }
    }
    for (double[] row : heights) {
      for (int i = 0; i < row.length; i++) {
        row[i] = (row[i] - least) / (greatest - least);
      }
    }
    return heights;
  }

  /** The height at one place, in [0, 1]. */
  double at(int row, int column) {
    return heights[row][column];
  }
}
