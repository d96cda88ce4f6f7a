package org.simplexity.method.robustness.corruption;

import java.util.Arrays;
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
  private final RandomGenerator random;

  private PlasmaFractal(int size, RandomGenerator random) {
    this.heights = new double[size][size];
    this.random = random;
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
    PlasmaFractal plasma = new PlasmaFractal(size, random);
    double range = 1; // the scale of heights is free: the end result is scaled to [0, 1]
    for (int step = size; step >= 2; step /= 2) {
      plasma.refine(step, range);
      range /= decay * decay; // the published heights are wibble · U(−wibble, wibble)
    }
    plasma.scale();
    return plasma;
  }

  private void refine(int step, double range) {
    int half = step / 2;
    for (int row = half; row < heights.length; row += step) {
      for (int column = half; column < heights.length; column += step) {
        raise(row, column, corners(row, column, half), range);
      }
    }
    for (int row = 0; row < heights.length; row += half) {
      int first = row % step == 0 ? half : 0;
      for (int column = first; column < heights.length; column += step) {
        raise(row, column, sides(row, column, half), range);
      }
    }
  }

  private void raise(int row, int column, double around, double range) {
    heights[row][column] = around / 4 + range * (2 * random.nextDouble() - 1);
  }

  private double corners(int row, int column, int half) {
    return torus(row - half, column - half)
        + torus(row - half, column + half)
        + torus(row + half, column - half)
        + torus(row + half, column + half);
  }

  private double sides(int row, int column, int half) {
    return torus(row - half, column)
        + torus(row + half, column)
        + torus(row, column - half)
        + torus(row, column + half);
  }

  private double torus(int row, int column) {
    return heights[Math.floorMod(row, heights.length)][Math.floorMod(column, heights.length)];
  }

  private void scale() {
    double least = Arrays.stream(heights).flatMapToDouble(Arrays::stream).min().orElseThrow();
    double greatest = Arrays.stream(heights).flatMapToDouble(Arrays::stream).max().orElseThrow();
    for (double[] row : heights) {
      for (int i = 0; i < row.length; i++) {
        row[i] = (row[i] - least) / (greatest - least);
      }
    }
  }

  /** The height at one place, in [0, 1]. */
  double at(int row, int column) {
    return heights[row][column];
  }
}
