package org.simplexity.space;

import java.util.ArrayList;
import java.util.List;

/**
 * A cell of NAS-Bench-201: one operation on the edge from every node to every later one (Dong and
 * Yang 2020, §2.1).
 *
 * <p>Node 0 is the cell's input, the last node its output, and every node is the sum of what
 * reaches it.
 *
 * @param incoming names of operations by target node, from node 1 on, and by source node, from 0
 *     on: {@code incoming.get(j - 1).get(i)} is on the edge from i to j
 */
public record NasBench201Genotype(List<List<String>> incoming) implements DiscreteStructure {
  /** Checks that node j has exactly j incoming edges; takes our names of operations. */
  public NasBench201Genotype {
    List<List<String>> copy = new ArrayList<>();
    for (List<String> operations : incoming) {
      int node = copy.size() + 1;
      if (operations.size() != node) {
        throw new IllegalArgumentException(
            "node %d has %d incoming edges, not one from each of the nodes 0..%d"
                .formatted(node, operations.size(), node - 1));
      }
      copy.add(operations.stream().map(Operations::canonical).toList());
    }
    if (copy.isEmpty()) {
      throw new IllegalArgumentException("the cell has no edge");
    }
    incoming = List.copyOf(copy);
  }

  /** Number of nodes with the input: 4 in the benchmark. */
  public int nodes() {
    return incoming.size() + 1;
  }

  /**
   * The operation of one edge.
   *
   * @param from source, at least 0
   * @param to target, greater than {@code from}
   */
  public String operation(int from, int to) {
    return incoming.get(to - 1).get(from);
  }
}
