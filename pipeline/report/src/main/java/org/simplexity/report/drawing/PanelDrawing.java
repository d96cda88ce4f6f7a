package org.simplexity.report.drawing;

import java.util.ArrayList;
import java.util.List;
import org.simplexity.report.markup.Decimal;
import org.simplexity.report.markup.Element;

/**
 * One panel of densities over the simplex, from its own top left corner.
 *
 * @param element a group
 * @param width of the panel
 * @param height of the panel
 */
record PanelDrawing(Element element, double width, double height) {
  private static final double SIDE = 240;
  private static final double FONT = 12.5;
  private static final double LINE = 19;
  private static final double BAR_HEIGHT = 10;

  /** Draws a panel. */
  static PanelDrawing of(SimplexPanel panel, List<String> labels) {
    double ends = width(labels.get(0)) + width(labels.get(1)) + 2 * FONT;
    double width =
        Math.max(
            Math.max(SIDE + 2 * FONT, ends),
            Math.max(width(panel.caption()), width(labels.get(2))));
    double side = SIDE;
    double left = (width - side) / 2;
    Triangle triangle = new Triangle(left, 2 * LINE + 6 + side * Math.sqrt(3) / 2, side);
    DensityGrid grid = DensityGrid.of(panel.logDensity());
    DensityScale scale = DensityScale.of(grid);
    List<Element> content = new ArrayList<>();
    content.add(text(panel.caption(), "middle", width / 2, FONT));
    content.addAll(DensityFill.of(grid, scale, triangle));
    content.add(frame(triangle));
    panel.draws().forEach(draw -> content.addAll(dot(triangle, draw)));
    double base = triangle.bottom() + LINE - 2;
    content.add(text(labels.get(0), "start", 0, base));
    content.add(text(labels.get(1), "end", width, base));
    content.add(text(labels.get(2), "middle", width / 2, 2 * LINE));
    content.addAll(legend(scale, left, base + 12, side));
    return new PanelDrawing(
        Element.of("g").with("class", "panel").add(content), width, base + 12 + BAR_HEIGHT + LINE);
  }

  private static double width(String words) {
    return new Caption(List.of(words), FONT).width();
  }

  private static Element text(String words, String anchor, double x, double y) {
    return Element.of("text", words)
        .with("class", "ink")
        .with("text-anchor", anchor)
        .with("x", x)
        .with("y", y)
        .with("font-size", FONT)
        .with("fill", Sheet.INK.light());
  }

  private static Element frame(Triangle triangle) {
    StringBuilder points = new StringBuilder();
    for (int corner = 0; corner < 3; corner++) {
      Point point = triangle.corner(corner);
      points.append(Decimal.of(point.x())).append(',').append(Decimal.of(point.y())).append(' ');
    }
    return Element.of("polygon")
        .with("class", "faint-line")
        .with("points", points.toString().strip())
        .with("fill", "none")
        .with("stroke", Sheet.FAINT.light());
  }

  /** Ink on a rim of paper, so that it stands out on every colour of the scale. */
  private static List<Element> dot(Triangle triangle, SimplexPanel.Share draw) {
    Point point = triangle.at(draw.first(), draw.second(), draw.third());
    return List.of(disc(point, 2.2, "paper", Sheet.PAPER), disc(point, 1.4, "ink draw", Sheet.INK));
  }

  private static Element disc(Point point, double radius, String name, Colour colour) {
    return Element.of("circle")
        .with("class", name)
        .with("cx", point.x())
        .with("cy", point.y())
        .with("r", radius)
        .with("fill", colour.light());
  }

  private static List<Element> legend(DensityScale scale, double left, double top, double side) {
    double baseline = top + BAR_HEIGHT + FONT + 2;
    if (scale.isConstant()) {
      return List.of(
          bar(left, top, side, scale.level(scale.high())),
          text(
              DensityScale.words(scale.high()) + " everywhere",
              "middle",
              left + side / 2,
              baseline));
    }
    List<Element> legend = new ArrayList<>();
    double step = side / ColourScale.LEVELS;
    for (int level = 0; level < ColourScale.LEVELS; level++) {
      legend.add(bar(left + level * step, top, step, level));
    }
    legend.add(text(DensityScale.words(scale.low()), "start", left, baseline));
    legend.add(text(DensityScale.words(scale.high()), "end", left + side, baseline));
    return legend;
  }

  private static Element bar(double left, double top, double width, int level) {
    String right = Decimal.of(left + width);
    String bottom = Decimal.of(top + BAR_HEIGHT);
    return ColourScale.path(
        "M"
            + Decimal.of(left)
            + " "
            + Decimal.of(top)
            + "H"
            + right
            + "V"
            + bottom
            + "H"
            + Decimal.of(left)
            + "Z",
        level);
  }
}
