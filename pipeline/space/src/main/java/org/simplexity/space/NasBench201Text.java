package org.simplexity.space;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Cells in the notation of NAS-Bench-201 (Dong and Yang 2020).
 *
 * <pre>{@code
 * |nor_conv_3x3~0|+|none~0|skip_connect~1|+|avg_pool_3x3~0|nor_conv_1x1~1|none~2|
 * }</pre>
 *
 * <p>A group for every node from 1 on, joined by {@code +}; in it {@code operation~source} for
 * every earlier node in order.
 */
public final class NasBench201Text {
  private static final Pattern EDGE = Pattern.compile("([^|~+]*)~([^|~+]*)\\|");

  private NasBench201Text() {}

  /**
   * Reads the notation of NAS-Bench-201.
   *
   * @param text one cell
   * @throws IllegalArgumentException if it is not one; the message points at the place
   */
  public static NasBench201Genotype read(String text) {
    PointedText pointed = new PointedText("genotype", text);
    List<List<String>> incoming = new ArrayList<>();
    int end = text.stripTrailing().length();
    int at = text.length() - text.stripLeading().length();
    while (at < end || incoming.isEmpty()) {
      if (!incoming.isEmpty()) {
        at = expect(pointed, at, '+', "\"+\" and another node, or the end");
      }
      at = expect(pointed, at, '|', "\"|\"");
      List<String> operations = new ArrayList<>();
      at = group(pointed, at, incoming.size() + 1, operations);
      incoming.add(operations);
    }
    return new NasBench201Genotype(incoming);
  }

  private static int expect(PointedText text, int at, char sign, String what) {
    boolean there = at < text.text().length() && text.text().charAt(at) == sign;
    if (!there) {
      throw text.mistake(at, at + 1, "expected " + what);
    }
    return at + 1;
  }

  private static int group(PointedText text, int start, int node, List<String> operations) {
    Matcher edge = EDGE.matcher(text.text());
    int at = start;
    while (operations.size() < node) {
      if (!edge.region(at, text.text().length()).lookingAt()) {
        throw text.mistake(
            at,
            at + 1,
            "expected operation~%d|: node %d has one edge from each of the nodes 0..%d"
                .formatted(operations.size(), node, node - 1));
      }
      operations.add(operation(text, edge));
      checkSource(text, edge, operations.size() - 1, node);
      at = edge.end();
    }
    return at;
  }

  private static String operation(PointedText text, Matcher edge) {
    String name = edge.group(1);
    return Operations.find(name)
        .map(Operation::name)
        .orElseThrow(
            () -> text.mistake(edge.start(1), edge.end(1), Operations.unknown(name, List.of())));
  }

  private static void checkSource(PointedText text, Matcher edge, int source, int node) {
    if (!edge.group(2).equals(Integer.toString(source))) {
      throw text.mistake(
          edge.start(2),
          edge.end(2),
          "node \"%s\" where node %d was expected: node %d has one edge from each of 0..%d in order"
              .formatted(edge.group(2), source, node, node - 1));
    }
  }

  /**
   * The cell in the notation, and with the names of operations, of NAS-Bench-201.
   *
   * @param genotype cell
   */
  public static String write(NasBench201Genotype genotype) {
    return genotype.incoming().stream()
        .map(NasBench201Text::group)
        .collect(Collectors.joining("+"));
  }

  private static String group(List<String> operations) {
    return IntStream.range(0, operations.size())
        .mapToObj(source -> Operations.benchmarkName(operations.get(source)) + "~" + source)
        .collect(Collectors.joining("|", "|", "|"));
  }
}
