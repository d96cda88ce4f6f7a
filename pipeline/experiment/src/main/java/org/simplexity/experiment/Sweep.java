package org.simplexity.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The values over which an experiment runs: the Cartesian product of its axes.
 *
 * @param axes dotted key of the experiment to its values, each in its canonical JSON text; in the
 *     order of the file
 */
public record Sweep(Map<String, List<String>> axes) {
  /** Copies the axes in their order. */
  public Sweep {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    axes.forEach((key, values) -> copy.put(key, List.copyOf(values)));
    axes = Collections.unmodifiableMap(copy);
  }

  /** No axes: one cell. */
  public static Sweep defaults() {
    return new Sweep(Map.of());
  }

  /** Every point of the product, the last axis varying fastest; one empty cell without axes. */
  public List<Cell> cells() {
    List<Cell> cells = List.of(Cell.EMPTY);
    for (Map.Entry<String, List<String>> axis : axes.entrySet()) {
      List<Cell> next = new ArrayList<>();
      for (Cell cell : cells) {
        axis.getValue().forEach(value -> next.add(cell.with(axis.getKey(), value)));
      }
      cells = next;
    }
    return cells;
  }
}
