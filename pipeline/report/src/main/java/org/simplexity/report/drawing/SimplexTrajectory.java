package org.simplexity.report.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.simplexity.report.markup.Decimal;
import org.simplexity.report.markup.Element;

/**
 * Draws the course of γ of every edge as a path over the simplex: a triangle for three operations,
 * for K others the regular polygon on which γ lies at Σ γ_k corner_k (structure search with
 * Dirichlet priors, "dynamics of structure parameters").
 */
public final class SimplexTrajectory {
  private static final int IN_A_ROW = 7;
  private static final double MARGIN = 16;
  private static final double RADIUS = 50;
  private static final double PANEL = 128;
  private static final double FONT = 12.5;
  private static final double LINE = 20;
  private static final int MOST_DOTS = 60;

  private final List<Shares> course;
  private final Map<String, Integer> colours;
  private final List<Element> content = new ArrayList<>();
  private double height = MARGIN;

  private SimplexTrajectory(List<Shares> course) {
    this.course = course;
    this.colours = Palette.assign(operations());
  }

  /**
   * Draws a small polygon for every edge.
   *
   * @param title name of the drawing
   * @param course γ after each epoch, at least one, all of the same edges and operations
   * @throws IllegalArgumentException if there is no epoch, fewer than two operations, or epochs do
   *     not have the same edges and operations
   */
  public static Svg draw(String title, List<Shares> course) {
    check(course);
    return new SimplexTrajectory(List.copyOf(course)).drawing(title);
  }

  private static void check(List<Shares> course) {
    if (course.isEmpty()) {
      throw new IllegalArgumentException("course [] must have at least one epoch");
    }
    Shares first = course.get(0);
    if (first.operations().size() < 2) {
      throw new IllegalArgumentException(
          "operations " + first.operations() + " must be at least two");
    }
    for (Shares shares : course) {
      if (!shares.edges().equals(first.edges())
          || !shares.operations().equals(first.operations())) {
        throw new IllegalArgumentException(
            "edges and operations %s, %s must be those of the first epoch, %s, %s"
                .formatted(shares.edges(), shares.operations(), first.edges(), first.operations()));
      }
    }
  }

  private List<String> operations() {
    return course.get(0).operations();
  }

  private List<String> edges() {
    return course.get(0).edges();
  }

  private Svg drawing(String title) {
    double width = PANEL * Math.max(3, Math.min(IN_A_ROW, edges().size()));
    legend(width);
    for (int edge = 0; edge < edges().size(); edge++) {
      int column = edge % IN_A_ROW;
      if (column == 0 && edge > 0) {
        height += PANEL + LINE;
      }
      content.add(panel(edge, MARGIN + PANEL * column, height));
    }
    height += PANEL + LINE + 4;
    note(width);
    return new Sheet(title, words(), width + 2 * MARGIN, height + MARGIN).with(content);
  }

  private void legend(double width) {
    double x = MARGIN;
    for (String operation : operations()) {
      double needed = 18 + new Caption(List.of(operation), FONT).width() + 14;
      if (x > MARGIN && x + needed > MARGIN + width) {
        x = MARGIN;
        height += LINE;
      }
      content.add(corner(new Point(x + 6, height + FONT / 2 + 1), operation));
      content.add(text(operation, "start", new Point(x + 18, height + FONT)));
      x += needed;
    }
    height += LINE + 8;
  }

  private Element panel(int edge, double left, double top) {
    RegularPolygon polygon =
        new RegularPolygon(
            operations().size(), new Point(left + PANEL / 2, top + LINE + PANEL / 2), RADIUS);
    List<Point> path = course.stream().map(shares -> polygon.at(shares.gamma().get(edge))).toList();
    Element panel =
        Element.of("g")
            .with("class", "trajectory")
            .with("data-edge", edges().get(edge))
            .add(text(edges().get(edge), "middle", new Point(left + PANEL / 2, top + FONT)))
            .add(
                line("polygon", "faint-line", Sheet.FAINT, polygon.outline())
                    .with("stroke-width", 1))
            .add(line("polyline", "ink-line", Sheet.INK, path).with("stroke-width", 1.4));
    for (int number = 0; number < operations().size(); number++) {
      panel = panel.add(corner(polygon.corner(number), operations().get(number)));
    }
    if (path.size() <= MOST_DOTS) {
      panel = panel.add(path.stream().map(point -> disc(point, 1.6, "ink", Sheet.INK)).toList());
    }
    return panel.add(start(path.get(0)), end(path.get(path.size() - 1), edge));
  }

  private static Element line(String tag, String name, Colour colour, List<Point> points) {
    StringJoiner text = new StringJoiner(" ");
    points.forEach(point -> text.add(Decimal.of(point.x()) + "," + Decimal.of(point.y())));
    return Element.of(tag)
        .with("class", name)
        .with("points", text.toString())
        .with("fill", "none")
        .with("stroke", colour.light());
  }

  private Element corner(Point at, String operation) {
    int colour = colours.getOrDefault(operation, 0);
    return disc(at, 4, "fill-" + colour, Palette.series(colour));
  }

  private static Element start(Point at) {
    return disc(at, 4.2, "paper ink-line start", Sheet.PAPER)
        .with("stroke", Sheet.INK.light())
        .with("stroke-width", 1.4);
  }

  private Element end(Point at, int edge) {
    int colour = colours.getOrDefault(strongest(edge), 0);
    return disc(at, 5.6, "ink-line end fill-" + colour, Palette.series(colour))
        .with("stroke", Sheet.INK.light())
        .with("stroke-width", 1.6);
  }

  private String strongest(int edge) {
    List<Double> last = course.get(course.size() - 1).gamma().get(edge);
    int best = 0;
    for (int number = 1; number < last.size(); number++) {
      best = last.get(number) > last.get(best) ? number : best;
    }
    return operations().get(best);
  }

  private static Element disc(Point at, double radius, String name, Colour colour) {
    return Element.of("circle")
        .with("class", name)
        .with("cx", at.x())
        .with("cy", at.y())
        .with("r", radius)
        .with("fill", colour.light());
  }

  private static Element text(String words, String anchor, Point at) {
    return Element.of("text", words)
        .with("class", "ink")
        .with("text-anchor", anchor)
        .with("x", at.x())
        .with("y", at.y())
        .with("font-size", FONT)
        .with("fill", Sheet.INK.light());
  }

  private void note(double width) {
    String others =
        operations().size() > 3
            ? " Beyond three operations different γ may lie at one point: see the shares as well."
            : "";
    String note =
        "Ring: first epoch; disc: last, in the colour of the strongest operation; dots: epochs.";
    for (String line : Caption.filled(note + others, FONT - 1, width).lines()) {
      content.add(
          text(line, "start", new Point(MARGIN, height + FONT))
              .with("class", "faint")
              .with("font-size", FONT - 1)
              .with("fill", Sheet.FAINT.light()));
      height += LINE - 3;
    }
  }

  private String words() {
    StringJoiner words = new StringJoiner("; ", "", ".");
    for (int edge = 0; edge < edges().size(); edge++) {
      String best = strongest(edge);
      int number = operations().indexOf(best);
      words.add(
          String.format(
              Locale.ROOT,
              "%s: ends at %s, from %.2f to %.2f",
              edges().get(edge),
              best,
              course.get(0).gamma().get(edge).get(number),
              course.get(course.size() - 1).gamma().get(edge).get(number)));
    }
    return words.toString();
  }
}
