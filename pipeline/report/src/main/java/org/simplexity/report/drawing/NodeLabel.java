package org.simplexity.report.drawing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.simplexity.report.markup.Element;
import org.simplexity.report.markup.PlainText;

/**
 * The writing in a box: a word with an optional subscript.
 *
 * @param text the word
 * @param subscript set smaller and lower, empty if there is none
 */
record NodeLabel(String text, String subscript) {
  static final double BOX_HEIGHT = 34;

  private static final double SIZE = 15;
  private static final double SUBSCRIPT_SIZE = 11;
  private static final double NARROWEST_BOX = 38;
  private static final double PADDING = 12;
  private static final Pattern SUBSCRIPTED = Pattern.compile("(.*)_\\{(.*)\\}");

  /** Reads {@code c_{k-2}} as c with subscript k−2; anything else is a plain word. */
  static NodeLabel parse(String label) {
    Matcher matcher = SUBSCRIPTED.matcher(label);
    return matcher.matches()
        ? new NodeLabel(matcher.group(1), matcher.group(2).replace('-', '−'))
        : new NodeLabel(label, "");
  }

  double boxWidth() {
    double width = 0.62 * (SIZE * text.length() + SUBSCRIPT_SIZE * subscript.length());
    return Math.max(NARROWEST_BOX, width + 2 * PADDING);
  }

  /** Text element centred in a box. */
  Element in(Box box) {
    Element words =
        Element.of("text", new PlainText(text))
            .with("class", "ink")
            .with("x", box.centreX())
            .with("y", box.centreY() + 0.35 * SIZE)
            .with("text-anchor", "middle")
            .with("font-size", SIZE)
            .with("fill", Sheet.INK.light());
    return subscript.isEmpty()
        ? words
        : words.add(Element.of("tspan", subscript).with("dy", 4).with("font-size", SUBSCRIPT_SIZE));
  }

  /** As one line, for descriptions. */
  String spoken() {
    return subscript.isEmpty() ? text : text + " " + subscript;
  }
}
