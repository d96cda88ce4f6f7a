package org.simplexity.report.drawing;

import java.util.List;
import org.simplexity.report.drawing.Placement.Route;
import org.simplexity.report.markup.Decimal;
import org.simplexity.report.markup.Element;

/** An arrow with rounded bends, its head, and its name in a frame of its colour. */
record Arrow(Route route, Stroke stroke) {
  private static final double HEAD = 8;
  private static final double BEND = 7;

  Element element(String label) {
    Element group = Element.of("g", line(), head()).with("class", "edge");
    if (label.isEmpty()) {
      return group;
    }
    return group.add(frame()).add(words(Caption.wrapped(label, DiagramDrawing.LABEL_SIZE)));
  }

  private Element line() {
    return Element.of("path")
        .with("class", stroke.lineClass())
        .with("d", path())
        .with("fill", "none")
        .with("stroke", stroke.colour().light())
        .with("stroke-width", stroke.width());
  }

  private String path() {
    List<Point> points = route.points();
    int last = points.size() - 1;
    StringBuilder path = new StringBuilder("M").append(pair(points.get(0)));
    for (int index = 1; index < last; index++) {
      Point bend = points.get(index);
      Point before = points.get(index - 1);
      Point after = points.get(index + 1);
      double radius = Math.min(BEND, Math.min(bend.distance(before), bend.distance(after)) / 2);
      path.append(" L").append(pair(bend.towards(before, radius)));
      path.append(" Q").append(pair(bend)).append(" ").append(pair(bend.towards(after, radius)));
    }
    Point end = points.get(last).towards(points.get(last - 1), HEAD - 1);
    return path.append(" L").append(pair(end)).toString();
  }

  private Element head() {
    List<Point> points = route.points();
    Point tip = points.get(points.size() - 1);
    Point base = tip.towards(points.get(points.size() - 2), HEAD);
    double sideX = (tip.y() - base.y()) / 2;
    double sideY = (tip.x() - base.x()) / 2;
    String corners =
        pair(tip)
            + " "
            + pair(new Point(base.x() - sideX, base.y() + sideY))
            + " "
            + pair(new Point(base.x() + sideX, base.y() - sideY));
    return Element.of("polygon")
        .with("class", stroke.fillClass())
        .with("points", corners)
        .with("fill", stroke.colour().light());
  }

  private Element frame() {
    Box box = route.label();
    return Element.of("rect")
        .with("class", "paper " + stroke.lineClass())
        .with("x", box.x())
        .with("y", box.y())
        .with("width", box.width())
        .with("height", box.height())
        .with("rx", 6)
        .with("fill", Sheet.PAPER.light())
        .with("stroke", stroke.colour().light())
        .with("stroke-width", 1.4);
  }

  private Element words(Caption caption) {
    Box box = route.label();
    double top = box.centreY() - caption.height() / 2;
    Element text =
        Element.of("text")
            .with("class", "ink")
            .with("text-anchor", "middle")
            .with("font-size", caption.fontSize())
            .with("fill", Sheet.INK.light());
    for (int index = 0; index < caption.lines().size(); index++) {
      text =
          text.add(
              Element.of("tspan", caption.lines().get(index))
                  .with("x", box.centreX())
                  .with("y", top + caption.baseline(index)));
    }
    return text;
  }

  private static String pair(Point point) {
    return Decimal.of(point.x()) + "," + Decimal.of(point.y());
  }
}
