package org.simplexity.space;

/**
 * One chosen operation of a discrete cell, from an earlier node to a later one.
 *
 * <p>Nodes 0 and 1 are the outputs of the two previous cells; intermediate nodes count from 2.
 *
 * @param from index of the source node
 * @param to index of the target node, greater than {@code from} and at least 2
 * @param operation name of the operation, such as {@code sep_conv_3x3}
 */
public record Edge(int from, int to, String operation) implements Comparable<Edge> {
  /**
   * Checks that the edge runs forward and into an intermediate node; takes our name of the
   * operation where another was given.
   */
  public Edge {
    if (from < 0 || to < CellGenotype.INPUTS || from >= to) {
      throw new IllegalArgumentException(
          "edge "
              + from
              + "-"
              + to
              + " does not run from an earlier node to an intermediate one (nodes 0 and 1 are"
              + " inputs)");
    }
    if (operation.isBlank()) {
      throw new IllegalArgumentException("edge " + from + "-" + to + " has no operation");
    }
    operation = Operations.canonical(operation);
  }

  /** Orders edges by target, then source, then operation. */
  @Override
  public int compareTo(Edge other) {
    int byTarget = Integer.compare(to, other.to);
    int bySource = byTarget != 0 ? byTarget : Integer.compare(from, other.from);
    return bySource != 0 ? bySource : operation.compareTo(other.operation);
  }
}
