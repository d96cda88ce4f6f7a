package org.simplexity.regression.output;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table with aligned columns, for terminals. */
public final class TextTable {
  private final List<List<String>> rows = new ArrayList<>();
  private final int[] widths;

  /**
   * A table without rows.
   *
   * @param head headings
   */
  public TextTable(List<String> head) {
    this.widths = new int[head.size()];
    add(head);
  }

  /**
   * Adds a row.
   *
   * @param cells as many as there are headings
   */
  public void add(List<String> cells) {
    if (cells.size() != widths.length) {
      throw new IllegalArgumentException(
          "a row has " + cells.size() + " cells for " + widths.length + " headings");
    }
    rows.add(List.copyOf(cells));
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], cells.get(i).length());
    }
  }

  /** The table, without an end of line after its last row. */
  public String text() {
    return rows.stream().map(this::line).collect(Collectors.joining("\n"));
  }

  private String line(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(cells.get(i)).append(" ".repeat(widths[i] - cells.get(i).length() + 2));
    }
    return line.toString().stripTrailing();
  }
}
