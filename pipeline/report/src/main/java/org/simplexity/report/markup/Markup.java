package org.simplexity.report.markup;

/** A piece of HTML or SVG: an element, a text, or finished source. */
public sealed interface Markup permits Element, PlainText, Source {
  /**
   * Writes this piece as text that is valid both as HTML and as XML.
   *
   * @param out where to append
   */
  void appendTo(StringBuilder out);

  /** This piece as text. */
  default String markup() {
    StringBuilder out = new StringBuilder();
    appendTo(out);
    return out.toString();
  }
}
