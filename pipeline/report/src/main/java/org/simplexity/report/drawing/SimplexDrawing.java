package org.simplexity.report.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.simplexity.report.markup.Element;

/**
 * Draws densities over the simplex of three operations, one panel beside the other, each with its
 * draws and a scale of its own (lecture on structure selection, the exercise on temperature).
 */
public final class SimplexDrawing {
  private static final int IN_A_ROW = 5;
  private static final double MARGIN = 16;
  private static final double GAP = 24;
  private static final double FONT = 14;
  private static final double LINE = 21;
  private static final String NOTE =
      "Colour: density, log scale; the highest 0.5 % and all below a millionth of them are cut off.";

  private final List<Element> content = new ArrayList<>();
  private double width;
  private double height = MARGIN;

  private SimplexDrawing() {}

  /**
   * Draws one panel or several.
   *
   * @param title name of the whole
   * @param labels names of the three operations: below left, below right, on top
   * @param panels at least one
   * @throws IllegalArgumentException if there are not three labels, or no panel
   */
  public static Svg draw(String title, List<String> labels, List<SimplexPanel> panels) {
    if (labels.size() != 3) {
      throw new IllegalArgumentException("labels " + labels + " must be three");
    }
    if (panels.isEmpty()) {
      throw new IllegalArgumentException("panels [] must be at least one");
    }
    SimplexDrawing drawing = new SimplexDrawing();
    drawing.content.add(ColourScale.darkRules());
    drawing.line(title);
    for (int first = 0; first < panels.size(); first += IN_A_ROW) {
      drawing.row(labels, panels.subList(first, Math.min(panels.size(), first + IN_A_ROW)));
    }
    Caption.filled(NOTE, FONT - 2, drawing.width).lines().forEach(drawing::note);
    String description =
        panels.stream()
            .map(SimplexPanel::caption)
            .collect(Collectors.joining("; ", "Densities over the simplex: ", ". " + NOTE));
    return new Sheet(title, description, drawing.width + 2 * MARGIN, drawing.height + MARGIN)
        .with(drawing.content);
  }

  private void row(List<String> labels, List<SimplexPanel> panels) {
    double x = MARGIN;
    double tallest = 0;
    for (SimplexPanel panel : panels) {
      PanelDrawing drawn = PanelDrawing.of(panel, labels);
      content.add(drawn.element().with("transform", "translate(" + x + "," + height + ")"));
      x += drawn.width() + GAP;
      tallest = Math.max(tallest, drawn.height());
    }
    width = Math.max(width, x - GAP - MARGIN);
    height += tallest + GAP / 2;
  }

  private void line(String words) {
    text(words, FONT, "ink", Sheet.INK);
    width = Math.max(width, new Caption(List.of(words), FONT).width());
    height += LINE;
  }

  private void note(String words) {
    text(words, FONT - 2, "faint", Sheet.FAINT);
    height += LINE - 3;
  }

  private void text(String words, double size, String name, Colour colour) {
    content.add(
        Element.of("text", words)
            .with("class", name)
            .with("x", MARGIN)
            .with("y", height + size)
            .with("font-size", size)
            .with("fill", colour.light()));
  }
}
