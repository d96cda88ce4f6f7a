package org.simplexity.report.drawing;

import java.util.ArrayList;
import java.util.List;

/**
 * A text broken into lines, with the room it needs.
 *
 * <p>Set in a monospaced face, so that its width is known without asking for fonts: 0.62 em a
 * character, a little more than any common face takes.
 *
 * @param lines at least one
 * @param fontSize in user units
 */
record Caption(List<String> lines, double fontSize) {
  private static final double ADVANCE = 0.62;
  private static final double LEADING = 1.25;
  private static final int LONGEST_LINE = 12;

  Caption {
    lines = List.copyOf(lines);
  }

  /** Breaks a name after underscores and before blanks, so that lines stay short where possible. */
  static Caption wrapped(String text, double fontSize) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split("(?<=_)|\\s+", -1)) {
      if (line.length() > 0 && line.length() + word.length() > LONGEST_LINE) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() > 0 && line.charAt(line.length() - 1) != '_' ? " " : "")
          .append(word);
    }
    lines.add(line.toString());
    return new Caption(lines, fontSize);
  }

  /** Breaks a sentence at blanks into lines that fit a width. */
  static Caption filled(String text, double fontSize, double width) {
    int longest = (int) Math.floor(width / (fontSize * ADVANCE));
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > longest) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() > 0 ? " " : "").append(word);
    }
    lines.add(line.toString());
    return new Caption(lines, fontSize);
  }

  double width() {
    return fontSize * ADVANCE * lines.stream().mapToInt(String::length).max().orElse(0);
  }

  double height() {
    return fontSize * LEADING * lines.size();
  }

  /** Base line of a line, measured from the top of the caption. */
  double baseline(int line) {
    return fontSize * (LEADING * line + (LEADING - 1) / 2 + 0.8);
  }
}
