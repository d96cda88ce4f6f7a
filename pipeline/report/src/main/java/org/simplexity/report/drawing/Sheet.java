package org.simplexity.report.drawing;

import java.util.List;
import org.simplexity.report.markup.Decimal;
import org.simplexity.report.markup.Element;
import org.simplexity.report.markup.Markup;
import org.simplexity.report.markup.Source;

/**
 * The paper of a drawing: its size, its names for screen readers, and its colours on light and dark
 * ground.
 *
 * <p>Colours are written twice: as attributes, which every program that shows SVG follows, and as
 * classes, by which a browser that prefers dark replaces them. The paper is opaque, so a drawing
 * stays legible on any page.
 *
 * @param title name of the drawing
 * @param description what it shows, in words
 * @param width in user units
 * @param height in user units
 */
record Sheet(String title, String description, double width, double height) {
  static final Colour PAPER = new Colour("#ffffff", "#15191e");
  static final Colour INK = new Colour("#1f2328", "#e6e9ed");
  static final Colour FAINT = new Colour("#7c8590", "#8b949e");
  static final Colour PALE = new Colour("#d4dae1", "#353d47");
  static final Colour DARK = new Colour("#1f2328", "#15191e");
  static final Colour BOX = new Colour("#eef1f5", "#262c34");
  static final String FACE =
      "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace";

  /** The drawing with the given content on it. */
  Svg with(List<? extends Markup> content) {
    Element root =
        Element.of("svg")
            .with("xmlns", "http://www.w3.org/2000/svg")
            .with("class", "simplexity-drawing")
            .with("role", "img")
            .with(
                "viewBox",
                "0 0 " + Decimal.of(Math.ceil(width)) + " " + Decimal.of(Math.ceil(height)))
            .with("width", Math.ceil(width))
            .with("height", Math.ceil(height))
            .with("font-family", FACE)
            .add(Element.of("title", title), Element.of("desc", description))
            .add(Element.of("style", new Source(darkRules())), paper())
            .add(content);
    return Svg.of(root.markup());
  }

  private Element paper() {
    return Element.of("rect")
        .with("class", "paper")
        .with("width", Math.ceil(width))
        .with("height", Math.ceil(height))
        .with("rx", 8)
        .with("fill", PAPER.light());
  }

  /**
   * Rules that replace light colours where the reader prefers dark, in this kind of drawing only.
   */
  private static String darkRules() {
    StringBuilder rules = new StringBuilder("@media screen and (prefers-color-scheme: dark) {");
    fill(rules, "paper", PAPER);
    fill(rules, "ink", INK);
    fill(rules, "faint", FAINT);
    fill(rules, "dark", DARK);
    fill(rules, "box", BOX);
    stroke(rules, "faint-line", FAINT);
    stroke(rules, "ink-line", INK);
    stroke(rules, "pale-line", PALE);
    for (int index = 0; index < Palette.SERIES.size(); index++) {
      fill(rules, "fill-" + index, Palette.series(index));
      stroke(rules, "line-" + index, Palette.series(index));
    }
    return rules.append("}").toString();
  }

  private static void fill(StringBuilder rules, String name, Colour colour) {
    rule(rules, name, "fill", colour);
  }

  private static void stroke(StringBuilder rules, String name, Colour colour) {
    rule(rules, name, "stroke", colour);
  }

  private static void rule(StringBuilder rules, String name, String property, Colour colour) {
    rules
        .append(".simplexity-drawing .")
        .append(name)
        .append("{")
        .append(property)
        .append(":")
        .append(colour.dark())
        .append("}");
  }
}
