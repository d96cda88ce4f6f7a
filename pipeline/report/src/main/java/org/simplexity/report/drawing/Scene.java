package org.simplexity.report.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.simplexity.report.markup.Decimal;
import org.simplexity.report.markup.Element;
import org.simplexity.report.markup.PlainText;

/**
 * A picture of flat shapes, for a page and for a bitmap.
 *
 * @param title name of the picture
 * @param description what it shows, in words
 * @param width in user units
 * @param height in user units
 * @param marks shapes from back to front
 */
public record Scene(
    String title, String description, double width, double height, List<Mark> marks) {
  /** Copies the shapes. */
  public Scene {
    marks = List.copyOf(marks);
  }

  /** The picture as SVG, in light and dark. */
  public Svg svg() {
    List<Element> content = new ArrayList<>(List.of(ColourScale.darkRules()));
    marks.forEach(mark -> content.add(element(mark)));
    return new Sheet(title, description, width, height).with(content);
  }

  private static Element element(Mark mark) {
    if (mark instanceof Mark.Face face) {
      Element path = ColourScale.path(outline(face.corners()) + "Z", face.level());
      return face.name().isEmpty() ? path : path.add(Element.of("title", face.name()));
    }
    return mark instanceof Mark.Line line ? line(line) : words((Mark.Words) mark);
  }

  private static Element line(Mark.Line line) {
    return Element.of("path")
        .with("class", line.ink().style() + "-line")
        .with("d", outline(line.points()))
        .with("fill", "none")
        .with("stroke", line.ink().colour().light())
        .with("stroke-width", line.width())
        .with("stroke-linejoin", "round");
  }

  private static Element words(Mark.Words words) {
    return Element.of("text", new PlainText(words.text()))
        .with("class", words.ink().style())
        .with("text-anchor", words.anchor().name().toLowerCase(Locale.ROOT))
        .with("x", words.place().x())
        .with("y", words.place().y())
        .with("font-size", words.size())
        .with("fill", words.ink().colour().light());
  }

  private static String outline(List<Point> points) {
    StringBuilder path = new StringBuilder();
    for (Point point : points) {
      path.append(path.length() == 0 ? 'M' : 'L');
      path.append(Decimal.of(point.x())).append(' ').append(Decimal.of(point.y()));
    }
    return path.toString();
  }
}
