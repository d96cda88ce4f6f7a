package org.simplexity.space;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The discrete structure of one cell type: which operation on which edges.
 *
 * @param nodes number of intermediate nodes, numbered from 2 on
 * @param edges chosen edges, kept sorted by target and source
 * @param concatenated intermediate nodes whose outputs form the cell's output
 */
public record CellGenotype(int nodes, List<Edge> edges, List<Integer> concatenated) {
  /** Number of input nodes of a cell: the outputs of the two previous cells. */
  public static final int INPUTS = 2;

  /** Checks that all indices lie within the cell and that every node is fed. */
  public CellGenotype {
    edges = edges.stream().sorted().toList();
    concatenated = List.copyOf(concatenated);
    int end = INPUTS + nodes;
    if (nodes < 1) {
      throw new IllegalArgumentException("nodes " + nodes + " is not at least 1");
    }
    for (Edge edge : edges) {
      if (edge.to() >= end) {
        throw new IllegalArgumentException(
            "edge "
                + edge.from()
                + "-"
                + edge.to()
                + " leaves the cell: its last node is "
                + (end - 1));
      }
    }
    for (int node : concatenated) {
      if (node < INPUTS || node >= end) {
        throw new IllegalArgumentException(
            "concatenated node " + node + " is not an intermediate node (2.." + (end - 1) + ")");
      }
    }
    if (concatenated.stream().distinct().count() != concatenated.size()) {
      throw new IllegalArgumentException("concatenated " + concatenated + " names one node twice");
    }
    if (concatenated.isEmpty()) {
      throw new IllegalArgumentException("no node is concatenated: the cell has no output");
    }
  }

  /**
   * A cell whose output concatenates all its intermediate nodes, as in DARTS.
   *
   * @param nodes number of intermediate nodes
   * @param edges chosen edges
   */
  public static CellGenotype of(int nodes, List<Edge> edges) {
    return new CellGenotype(nodes, edges, IntStream.range(INPUTS, INPUTS + nodes).boxed().toList());
  }

  /**
   * The edges that end in one node, in order of their sources.
   *
   * @param node index of the intermediate node
   */
  public List<Edge> into(int node) {
    return edges.stream().filter(edge -> edge.to() == node).toList();
  }

  /**
   * How many edges carry the named operation.
   *
   * @param operation name of the operation
   */
  public long count(String operation) {
    return edges.stream().filter(edge -> edge.operation().equals(operation)).count();
  }
}
