package org.simplexity.space;

import java.util.List;

/**
 * Order of the coordinates of a structure vector: cell type, then edge, then operation.
 *
 * @param edges edges of a cell, in order
 * @param operations names of the operations of every edge, in order
 */
public record StructureLayout(List<EdgePosition> edges, List<String> operations) {
  /** Copies both lists. */
  public StructureLayout {
    edges = List.copyOf(edges);
    operations = List.copyOf(operations);
  }

  /** Length of the structure vector: 2 · edges · operations. */
  public int length() {
    return CellType.values().length * edges.size() * operations.size();
  }

  /** Number of edges of both cell types together. */
  public int groups() {
    return CellType.values().length * edges.size();
  }

  /**
   * Index of the first operation of an edge.
   *
   * @param type normal or reduction
   * @param edge index into {@link #edges}
   */
  public int offset(CellType type, int edge) {
    int before = type == CellType.NORMAL ? 0 : edges.size();
    return (before + edge) * operations.size();
  }
}
