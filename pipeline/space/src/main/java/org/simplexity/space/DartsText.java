package org.simplexity.space;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Genotypes in the notation of DARTS's own code.
 *
 * <pre>{@code
 * Genotype(normal=[('sep_conv_3x3', 0), ('skip_connect', 1)], normal_concat=range(2, 3), reduce=…,
 * reduce_concat=[2])
 * }</pre>
 *
 * <p>Every pair is an operation and the node it comes from; two pairs in order lead into each
 * intermediate node, from node 2 on. What is concatenated is a range or a list. An assignment such
 * as {@code DARTS_V2 =} may stand in front.
 */
public final class DartsText {
  private DartsText() {}

  /**
   * Reads the notation of DARTS.
   *
   * @param text one genotype
   * @throws IllegalArgumentException if it is not one; the message points at the place
   */
  public static Genotype read(String text) {
    return new DartsParser(new PointedText("genotype", text)).genotype();
  }

  /**
   * The genotype in the notation of DARTS, on one line.
   *
   * @param genotype structure with two edges into every node
   * @throws IllegalArgumentException if a node has not exactly two incoming edges
   */
  public static String write(Genotype genotype) {
    return "Genotype(normal=%s, normal_concat=%s, reduce=%s, reduce_concat=%s)"
        .formatted(
            pairs(genotype, CellType.NORMAL),
            concatenated(genotype.normal().concatenated()),
            pairs(genotype, CellType.REDUCTION),
            concatenated(genotype.reduction().concatenated()));
  }

  private static String pairs(Genotype genotype, CellType type) {
    CellGenotype cell = genotype.cell(type);
    for (int node = CellGenotype.INPUTS; node < CellGenotype.INPUTS + cell.nodes(); node++) {
      int edges = cell.into(node).size();
      if (edges != DartsParser.EDGES) {
        throw new IllegalArgumentException(
            "node %d of the %s cell has %d incoming edges; the notation of DARTS has two into every node"
                .formatted(node, type.label(), edges));
      }
    }
    return cell.edges().stream()
        .map(edge -> String.format(Locale.ROOT, "('%s', %d)", edge.operation(), edge.from()))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String concatenated(List<Integer> nodes) {
    int first = nodes.get(0);
    int end = first + nodes.size();
    return nodes.equals(IntStream.range(first, end).boxed().toList())
        ? "range(" + first + ", " + end + ")"
        : nodes.toString();
  }
}
