package org.simplexity.report.drawing;

import java.util.ArrayList;
import java.util.List;

/**
 * A log density in the middles of small triangles that fill the simplex.
 *
 * <p>Row r from the base of N rows holds N − r triangles that stand and N − r − 1 that hang.
 */
final class DensityGrid {
  static final int ROWS = 64;

  private final List<Cell> cells;

  private DensityGrid(List<Cell> cells) {
    this.cells = cells;
  }

  /**
   * A small triangle.
   *
   * @param row from the base
   * @param column from the left
   * @param stands whether its tip is on top
   * @param log ln p in its middle
   */
  record Cell(int row, int column, boolean stands, double log) {}

  /** The values of a density. */
  static DensityGrid of(SimplexPanel.LogDensity density) {
    List<Cell> cells = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < ROWS - row; column++) {
        cells.add(cell(density, row, column, true));
        if (column < ROWS - row - 1) {
          cells.add(cell(density, row, column, false));
        }
      }
    }
    return new DensityGrid(List.copyOf(cells));
  }

  private static Cell cell(SimplexPanel.LogDensity density, int row, int column, boolean stands) {
    double third = (row + (stands ? 1 : 2) / 3.0) / ROWS;
    double second = (column + (stands ? 1 : 2) / 3.0) / ROWS;
    double log = density.at(Math.log(1 - second - third), Math.log(second), Math.log(third));
    return new Cell(row, column, stands, log);
  }

  List<Cell> cells() {
    return cells;
  }

  /** The value that a share of the cells does not exceed. */
  double quantile(double share) {
    double[] logs = cells.stream().mapToDouble(Cell::log).sorted().toArray();
    return logs[(int) Math.round(share * (logs.length - 1))];
  }
}
