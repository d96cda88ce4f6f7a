package org.simplexity.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.simplexity.space.NetworkSize;
import org.simplexity.space.NetworkSize.PartSize;

/** A description as a table for people or as JSON for programs. */
final class DescriptionText {
  private static final String GAP = "  ";

  private DescriptionText() {}

  /** Heading, a row for each part, and the sums. */
  static String table(Description description) {
    NetworkSize size = description.size();
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("part", "kind", "output", "parameters", "multiply-adds"));
    size.parts().forEach(part -> rows.add(row(part)));
    rows.add(List.of("total", "", "", number(size.parameters()), number(size.multiplyAdds())));
    if (size.auxiliaryParameters() > 0) {
      String count = number(size.auxiliaryParameters());
      rows.add(List.of("auxiliary", "head, only in training", "", count, ""));
    }
    List<String> lines = new ArrayList<>(description.heading());
    lines.add("");
    int[] widths = widths(rows);
    for (List<String> row : rows) {
      if (row.get(0).equals("total")) {
        lines.add("─".repeat(GAP.length() * (widths.length - 1) + sum(widths)));
      }
      lines.add(line(row, widths));
    }
    return String.join(System.lineSeparator(), lines);
  }

  private static List<String> row(PartSize part) {
    return List.of(
        part.name(),
        part.kind().equals(part.name()) ? "" : part.kind(),
        part.output().toString(),
        number(part.parameters()),
        number(part.multiplyAdds()));
  }

  /** Digits in groups of three. */
  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value).replace(',', ' ');
  }

  private static int[] widths(List<List<String>> rows) {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    return widths;
  }

  private static int sum(int[] widths) {
    int sum = 0;
    for (int width : widths) {
      sum += width;
    }
    return sum;
  }

  /** Words to the left, the two columns of numbers to the right. */
  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String padding = " ".repeat(widths[column] - row.get(column).length());
      boolean numeric = column >= widths.length - 2;
      line.append(column == 0 ? "" : GAP)
          .append(numeric ? padding + row.get(column) : row.get(column) + padding);
    }
    return line.toString().stripTrailing();
  }

  /** The sums, and the same for each part. */
  static String json(NetworkSize size) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("parameters", size.parameters());
    object.put("multiply_adds", size.multiplyAdds());
    object.put("auxiliary_parameters", size.auxiliaryParameters());
    ArrayNode parts = object.putArray("parts");
    for (PartSize part : size.parts()) {
      ObjectNode entry = parts.addObject().put("name", part.name()).put("kind", part.kind());
      entry.put("output", part.output().toString());
      entry.put("parameters", part.parameters()).put("multiply_adds", part.multiplyAdds());
    }
    return object.toString();
  }
}
