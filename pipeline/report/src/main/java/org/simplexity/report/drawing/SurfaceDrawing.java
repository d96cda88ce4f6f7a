package org.simplexity.report.drawing;

import java.util.ArrayList;
import java.util.List;
import org.simplexity.report.drawing.Mark.Anchor;

/**
 * Draws values as the height of a surface over two axes: the grid as wires, between them colours by
 * height, hidden parts behind those in front (painter's algorithm).
 */
public final class SurfaceDrawing {
  private static final double WIDTH = 344;
  private static final double HEIGHT = 306;
  private static final double SIDE = 192;
  private static final double TITLE = 13;
  private static final double FONT = 10.5;
  private static final double HAIR = 0.7;

  /** A patch between four points of the grid is this many colours wide and deep. */
  private static final int PARTS = 3;

  private final Surface surface;
  private final NiceScale scale;
  private final Projection view = new Projection(new Point(WIDTH / 2 + 12, 206), SIDE);
  private final List<Mark> marks = new ArrayList<>();

  private SurfaceDrawing(Surface surface, NiceScale scale) {
    this.surface = surface;
    this.scale = scale;
  }

  /**
   * Draws a surface.
   *
   * @param surface values; a patch with a missing corner is left out
   * @param scale scale of the values, the same for surfaces that are compared
   */
  public static Scene draw(Surface surface, NiceScale scale) {
    SurfaceDrawing drawing = new SurfaceDrawing(surface, scale);
    drawing.words(surface.title(), new Point(14, 22), Anchor.START, Ink.STRONG, TITLE);
    drawing.box();
    drawing.patches();
    drawing.axes();
    return new Scene(surface.title(), surface.inWords(), WIDTH, HEIGHT, drawing.marks);
  }

  /** Floor and the two walls behind the surface, with lines at the ticks. */
  private void box() {
    for (double tick : scale.ticks()) {
      double z = scale.share(tick);
      line(Ink.PALE, view.at(0, 0, z), view.at(0, 1, z), view.at(1, 1, z));
    }
    for (double tick : surface.x().ticks()) {
      double x = surface.x().share(tick);
      line(Ink.PALE, view.at(x, 0, 0), view.at(x, 1, 0), view.at(x, 1, 1));
    }
    for (double tick : surface.y().ticks()) {
      double y = surface.y().share(tick);
      line(Ink.PALE, view.at(1, y, 0), view.at(0, y, 0), view.at(0, y, 1));
    }
  }

  /** Farthest first: away from the reader x falls and y rises. */
  private void patches() {
    for (int column = 0; column + 1 < surface.x().values().size(); column++) {
      for (int row = surface.y().values().size() - 2; row >= 0; row--) {
        Patch patch = new Patch(surface, column, row);
        if (patch.isMeasured()) {
          fill(patch);
          line(Ink.FAINT, corner(patch, 0, 0), corner(patch, 1, 0), corner(patch, 1, 1));
          line(Ink.FAINT, corner(patch, 0, 0), corner(patch, 0, 1), corner(patch, 1, 1));
        }
      }
    }
  }

  private void fill(Patch patch) {
    double part = 1.0 / PARTS;
    for (int column = 0; column < PARTS; column++) {
      for (int row = PARTS - 1; row >= 0; row--) {
        double x = column * part;
        double y = row * part;
        double share = scale.share(patch.value(x + part / 2, y + part / 2));
        List<Point> corners =
            List.of(
                corner(patch, x, y),
                corner(patch, x + part, y),
                corner(patch, x + part, y + part),
                corner(patch, x, y + part));
        marks.add(new Mark.Face(corners, ColourScale.of(share), ""));
      }
    }
  }

  private Point corner(Patch patch, double x, double y) {
    return view.at(patch.x(x), patch.y(y), scale.share(patch.value(x, y)));
  }

  private void axes() {
    line(Ink.STRONG, view.at(0, 0, 1), view.at(0, 0, 0), view.at(1, 0, 0), view.at(1, 1, 0));
    for (double tick : scale.ticks()) {
      Point place = view.at(0, 0, scale.share(tick));
      label(tick, new Point(place.x() - 6, place.y() + 3.5), Anchor.END);
    }
    for (double tick : surface.x().ticks()) {
      Point place = view.at(surface.x().share(tick), 0, 0);
      label(tick, new Point(place.x() - 6, place.y() + 14), Anchor.MIDDLE);
    }
    for (double tick : surface.y().ticks()) {
      Point place = view.at(1, surface.y().share(tick), 0);
      label(tick, new Point(place.x() + 5, place.y() + 12), Anchor.START);
    }
    names();
  }

  private void names() {
    Point front = view.at(0.5, 0, 0);
    Point right = view.at(1, 0.5, 0);
    name(surface.value(), new Point(14, 42), Anchor.START);
    name(surface.x().name(), new Point(front.x() + 22, front.y() + 44), Anchor.END);
    name(surface.y().name(), new Point(right.x() + 26, right.y() + 34), Anchor.START);
  }

  private void label(double tick, Point place, Anchor anchor) {
    words(Surface.words(tick), place, anchor, Ink.FAINT, FONT - 1);
  }

  private void name(String name, Point place, Anchor anchor) {
    words(name, place, anchor, Ink.STRONG, FONT);
  }

  private void words(String text, Point place, Anchor anchor, Ink ink, double size) {
    marks.add(new Mark.Words(text, place, anchor, ink, size));
  }

  private void line(Ink ink, Point... points) {
    marks.add(new Mark.Line(List.of(points), ink, HAIR));
  }
}
