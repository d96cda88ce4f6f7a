package org.simplexity.report.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.simplexity.report.drawing.Mark.Anchor;

/**
 * Draws values as colours over a grid: a column for every value of the first axis, a row for every
 * value of the second, the greatest on top.
 */
public final class HeatDrawing {
  private static final double LEFT = 50;
  private static final double TOP = 46;
  private static final double CELLS = 286;
  private static final double ROW = 24;
  private static final double RIGHT = 8;
  private static final double TITLE = 13;
  private static final double FONT = 10.5;
  private static final double GAP = 0.75;
  private static final double BAR = 7;
  private static final double BAR_WIDTH = 104;

  private final Surface surface;
  private final NiceScale scale;
  private final double cell;
  private final double bottom;
  private final List<Mark> marks = new ArrayList<>();

  private HeatDrawing(Surface surface, NiceScale scale) {
    this.surface = surface;
    this.scale = scale;
    this.cell = CELLS / surface.x().values().size();
    this.bottom = TOP + ROW * surface.y().values().size();
  }

  /**
   * Draws a heat map.
   *
   * @param surface values; those that are missing are left blank
   * @param scale scale of the values, the same for maps that are compared
   */
  public static Scene draw(Surface surface, NiceScale scale) {
    HeatDrawing drawing = new HeatDrawing(surface, scale);
    drawing.words(surface.title(), new Point(14, 22), Anchor.START, Ink.STRONG, TITLE);
    drawing.cells();
    drawing.axes();
    drawing.legend();
    double height = drawing.bottom + 52;
    return new Scene(
        surface.title(), surface.inWords(), LEFT + CELLS + RIGHT, height, drawing.marks);
  }

  private void cells() {
    for (int row = 0; row < surface.y().values().size(); row++) {
      for (int column = 0; column < surface.x().values().size(); column++) {
        double value = surface.values().get(row).get(column);
        if (Double.isFinite(value)) {
          cell(column, row, value);
        }
      }
    }
  }

  private void cell(int column, int row, double value) {
    int level = ColourScale.of(scale.share(value));
    double left = LEFT + column * cell;
    double top = bottom - (row + 1) * ROW;
    String name = surface.place(column, row) + ": " + Surface.words(value);
    marks.add(
        new Mark.Face(
            rectangle(left + GAP, top + GAP, cell - 2 * GAP, ROW - 2 * GAP), level, name));
    String text = String.format(Locale.ROOT, "%.2f", value);
    double size = FONT - 1;
    if (width(text, size) < cell - 2 * GAP) {
      Point place = new Point(left + cell / 2, top + ROW / 2 + size / 3);
      words(text, place, Anchor.MIDDLE, Ink.on(level), size);
    }
  }

  private void axes() {
    List<Double> columns = surface.x().values();
    double widest =
        columns.stream().mapToDouble(x -> width(Surface.words(x), FONT)).max().orElse(0);
    int every = (int) Math.ceil((widest + 4) / cell);
    for (int column = 0; column < columns.size(); column += every) {
      Point place = new Point(LEFT + (column + 0.5) * cell, bottom + 14);
      words(Surface.words(columns.get(column)), place, Anchor.MIDDLE, Ink.FAINT, FONT - 1);
    }
    for (int row = 0; row < surface.y().values().size(); row++) {
      Point place = new Point(LEFT - 6, bottom - (row + 0.5) * ROW + FONT / 3);
      words(Surface.words(surface.y().values().get(row)), place, Anchor.END, Ink.FAINT, FONT - 1);
    }
    words(surface.x().name(), new Point(LEFT, bottom + 31), Anchor.START, Ink.STRONG, FONT);
    words(surface.y().name(), new Point(LEFT - 6, TOP - 5), Anchor.END, Ink.STRONG, FONT);
  }

  /** A bar of all colours between the ends of the scale. */
  private void legend() {
    double top = bottom + 24;
    double right = LEFT + CELLS - GAP;
    double width = BAR_WIDTH / ColourScale.LEVELS;
    double left = right - BAR_WIDTH;
    for (int level = 0; level < ColourScale.LEVELS; level++) {
      marks.add(new Mark.Face(rectangle(left + level * width, top, width, BAR), level, ""));
    }
    double base = top + BAR + FONT + 1;
    words(surface.value(), new Point(left - 8, top + BAR), Anchor.END, Ink.STRONG, FONT);
    words(Surface.words(scale.low()), new Point(left, base), Anchor.START, Ink.FAINT, FONT - 1);
    words(Surface.words(scale.high()), new Point(right, base), Anchor.END, Ink.FAINT, FONT - 1);
  }

  private static double width(String text, double size) {
    return new Caption(List.of(text), size).width();
  }

  private static List<Point> rectangle(double left, double top, double width, double height) {
    return List.of(
        new Point(left, top),
        new Point(left + width, top),
        new Point(left + width, top + height),
        new Point(left, top + height));
  }

  private void words(String text, Point place, Anchor anchor, Ink ink, double size) {
    marks.add(new Mark.Words(text, place, anchor, ink, size));
  }
}
