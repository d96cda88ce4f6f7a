package org.simplexity.report.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.simplexity.report.markup.Decimal;
import org.simplexity.report.markup.Element;

/** The cells of a grid in their colours; neighbours of one colour in a row are one polygon. */
final class DensityFill {
  private final Triangle triangle;
  private final SortedMap<Integer, StringBuilder> paths = new TreeMap<>();

  private DensityFill(Triangle triangle) {
    this.triangle = triangle;
  }

  /** One path for every colour that there is. */
  static List<Element> of(DensityGrid grid, DensityScale scale, Triangle triangle) {
    DensityFill fill = new DensityFill(triangle);
    List<DensityGrid.Cell> run = new ArrayList<>();
    for (DensityGrid.Cell cell : grid.cells()) {
      if (!run.isEmpty() && !joins(run.get(0), cell, scale)) {
        fill.close(run, scale);
      }
      run.add(cell);
    }
    fill.close(run, scale);
    return fill.paths.entrySet().stream()
        .map(path -> ColourScale.path(path.getValue().toString(), path.getKey()))
        .toList();
  }

  private static boolean joins(DensityGrid.Cell one, DensityGrid.Cell next, DensityScale scale) {
    return one.row() == next.row() && scale.level(one.log()) == scale.level(next.log());
  }

  /** The outline of a run: its lower corners from the left, then its upper ones from the right. */
  private void close(List<DensityGrid.Cell> run, DensityScale scale) {
    DensityGrid.Cell first = run.get(0);
    DensityGrid.Cell last = run.get(run.size() - 1);
    StringBuilder path =
        paths.computeIfAbsent(scale.level(first.log()), level -> new StringBuilder());
    corner(path, 'M', first.column() + (first.stands() ? 0 : 1), first.row());
    corner(path, 'L', last.column() + 1, last.row());
    corner(path, 'L', last.column() + (last.stands() ? 0 : 1), last.row() + 1);
    corner(path, 'L', first.column(), first.row() + 1);
    path.append('Z');
    run.clear();
  }

  private void corner(StringBuilder path, char command, int second, int third) {
    Point point = triangle.at(DensityGrid.ROWS - second - third, second, third);
    path.append(command).append(Decimal.of(point.x())).append(' ').append(Decimal.of(point.y()));
  }
}
