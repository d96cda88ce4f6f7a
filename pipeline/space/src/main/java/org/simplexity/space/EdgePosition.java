package org.simplexity.space;

/**
 * A pair of nodes that an edge joins.
 *
 * @param from source node
 * @param to target node
 */
public record EdgePosition(int from, int to) {
  /** The name in metrics and weights, such as {@code 0-2}. */
  public String label() {
    return from + "-" + to;
  }
}
