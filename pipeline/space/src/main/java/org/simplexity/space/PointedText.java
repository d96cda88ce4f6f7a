package org.simplexity.space;

/** A text that messages point into: line, column, and the line with a mark below the mistake. */
record PointedText(String kind, String text) {
  private static final int AROUND = 44;
  private static final String CUT = "…";

  /**
   * A mistake at some characters of the text.
   *
   * @param start index of the first, from 0; the end of the text if something is missing there
   * @param end index after the last
   * @param message what is wrong
   */
  IllegalArgumentException mistake(int start, int end, String message) {
    int lineStart = text.lastIndexOf('\n', start - 1) + 1;
    int next = text.indexOf('\n', start);
    String line = text.substring(lineStart, next < 0 ? text.length() : next).stripTrailing();
    int number = 1 + (int) text.substring(0, lineStart).chars().filter(c -> c == '\n').count();
    int column = start - lineStart;
    return new IllegalArgumentException(
        "%s, line %d, column %d: %s%n%s"
            .formatted(kind, number, column + 1, message, excerpt(line, column, end - start)));
  }

  /** The characters around the mistake, and below them carets. */
  private static String excerpt(String line, int column, int length) {
    int from = column <= AROUND + 1 ? 0 : column - AROUND;
    int to = line.length() <= column + AROUND + 1 ? line.length() : column + AROUND;
    String before = (from > 0 ? CUT : "") + line.substring(from, Math.min(column, to));
    String after = line.substring(Math.min(column, to), to) + (to < line.length() ? CUT : "");
    int carets = Math.max(1, Math.min(length, after.length()));
    return "  "
        + before.replace('\t', ' ')
        + after.replace('\t', ' ')
        + System.lineSeparator()
        + "  "
        + " ".repeat(before.length())
        + "^".repeat(carets);
  }
}
