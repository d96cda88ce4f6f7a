package org.simplexity.report.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.simplexity.report.markup.Element;
import org.simplexity.report.markup.PlainText;

/**
 * Draws the structure parameters γ of a supernet's cell as a heat map: a row an edge, a column an
 * operation, the share as a number and as the strength of the cell's colour.
 */
public final class StructureDrawing {
  private static final double CELL_HEIGHT = 26;
  private static final double FONT = 12.5;
  private static final double GAP = 2;
  private static final double MARGIN = 16;

  private final String title;
  private final Shares shares;
  private final double left;
  private final double cellWidth;
  private final double top;

  private StructureDrawing(String title, Shares shares) {
    this.title = title;
    this.shares = shares;
    this.left = MARGIN + widest(shares.edges()) + 8;
    double names =
        shares.operations().stream()
            .mapToDouble(name -> Caption.wrapped(name, FONT).width())
            .max()
            .orElse(0);
    this.cellWidth = Math.max(64, names + 12);
    this.top =
        MARGIN
            + shares.operations().stream()
                .mapToDouble(name -> Caption.wrapped(name, FONT).height())
                .max()
                .orElse(0)
            + 6;
  }

  /**
   * Draws γ of one cell type.
   *
   * @param title name of the drawing
   * @param shares γ, each row on the simplex
   */
  public static Svg draw(String title, Shares shares) {
    return new StructureDrawing(title, shares).drawing();
  }

  private Svg drawing() {
    List<Element> content = new ArrayList<>();
    for (int column = 0; column < shares.operations().size(); column++) {
      content.add(heading(column));
    }
    for (int row = 0; row < shares.edges().size(); row++) {
      content.add(edgeName(row));
      for (int column = 0; column < shares.operations().size(); column++) {
        content.add(cell(row, column));
      }
    }
    double width = left + shares.operations().size() * cellWidth + MARGIN;
    double height = top + shares.edges().size() * CELL_HEIGHT + MARGIN;
    return new Sheet(title, shares.inWords(), width, height).with(content);
  }

  private Element heading(int column) {
    Caption caption = Caption.wrapped(shares.operations().get(column), FONT);
    double x = left + (column + 0.5) * cellWidth;
    Element text = text("middle");
    for (int line = 0; line < caption.lines().size(); line++) {
      double y = top - 6 - caption.height() + caption.baseline(line);
      text = text.add(Element.of("tspan", caption.lines().get(line)).with("x", x).with("y", y));
    }
    return text;
  }

  private Element edgeName(int row) {
    return text("end")
        .with("x", left - 8)
        .with("y", baseline(row))
        .add(new PlainText(shares.edges().get(row)));
  }

  private Element cell(int row, int column) {
    double share = shares.gamma().get(row).get(column);
    Box box =
        new Box(
            left + column * cellWidth, top + row * CELL_HEIGHT, cellWidth - GAP, CELL_HEIGHT - GAP);
    Element number =
        text("middle")
            .with("x", box.centreX())
            .with("y", baseline(row))
            .add(new PlainText(String.format(Locale.ROOT, "%.2f", share)));
    return Element.of("g", ground(box, 1, "box", Sheet.BOX), tint(box, share), number)
        .with("class", "share")
        .with("data-edge", shares.edges().get(row))
        .with("data-operation", shares.operations().get(column));
  }

  /** At most 0.55 opaque, so that ink stays legible on it on either ground. */
  private static Element tint(Box box, double share) {
    return ground(box, 0.55 * share, "fill-0", Palette.series(0));
  }

  private static Element ground(Box box, double opacity, String name, Colour colour) {
    return Element.of("rect")
        .with("class", name)
        .with("x", box.x())
        .with("y", box.y())
        .with("width", box.width())
        .with("height", box.height())
        .with("rx", 3)
        .with("fill", colour.light())
        .with("fill-opacity", opacity);
  }

  private double baseline(int row) {
    return top + row * CELL_HEIGHT + (CELL_HEIGHT - GAP) / 2 + 0.35 * FONT;
  }

  private static Element text(String anchor) {
    return Element.of("text")
        .with("class", "ink")
        .with("text-anchor", anchor)
        .with("font-size", FONT)
        .with("fill", Sheet.INK.light());
  }

  private static double widest(List<String> names) {
    return names.stream()
        .mapToDouble(name -> new Caption(List.of(name), FONT).width())
        .max()
        .orElse(0);
  }
}
