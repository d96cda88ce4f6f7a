package org.simplexity.report.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.simplexity.report.markup.Element;

/** Several drawings below one another in one file, each under its caption, and lines of text. */
public final class DrawingColumn {
  private static final double MARGIN = 16;
  private static final double GAP = 10;
  private static final double FONT = 14;
  private static final double LINE = 22;

  private final List<Element> content = new ArrayList<>();
  private double width;
  private double height = MARGIN;

  private DrawingColumn() {}

  /**
   * One drawing and what stands above it.
   *
   * @param caption one line
   * @param drawing drawing
   */
  public record Captioned(String caption, Svg drawing) {}

  /**
   * Puts drawings below one another.
   *
   * @param title name of the whole, also for screen readers
   * @param drawings drawings from the top
   * @param notes lines of text below them
   */
  public static Svg of(String title, List<Captioned> drawings, List<String> notes) {
    DrawingColumn column = new DrawingColumn();
    column.line(title);
    for (Captioned drawing : drawings) {
      column.line(drawing.caption());
      column.drawing(drawing.drawing());
    }
    notes.forEach(column::line);
    String description =
        drawings.stream().map(Captioned::caption).collect(Collectors.joining("; ", "", "."));
    return new Sheet(title, description, column.width + 2 * MARGIN, column.height + MARGIN)
        .with(column.content);
  }

  private void line(String words) {
    Caption caption = new Caption(List.of(words), FONT);
    content.add(
        Element.of("text", words)
            .with("class", "ink")
            .with("x", MARGIN)
            .with("y", height + FONT)
            .with("font-size", FONT)
            .with("fill", Sheet.INK.light()));
    width = Math.max(width, caption.width());
    height += LINE;
  }

  private void drawing(Svg drawing) {
    content.add(
        Element.of("g", drawing.embedded())
            .with("transform", "translate(" + MARGIN + "," + height + ")"));
    width = Math.max(width, drawing.width());
    height += drawing.height() + GAP;
  }
}
