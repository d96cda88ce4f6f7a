package org.simplexity.report.markup;

/**
 * Text between tags; everything that means something to a parser is escaped on writing.
 *
 * @param text what the reader is to see
 */
public record PlainText(String text) implements Markup {
  @Override
  public void appendTo(StringBuilder out) {
    escape(text, out);
  }

  /** Escapes for text and for double-quoted attributes; characters XML forbids become U+FFFD. */
  static void escape(String text, StringBuilder out) {
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
              }
            });
  }

  /** Whether XML 1.0 §2.2 allows the character. */
  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
