package org.simplexity.method.family;

import java.util.ArrayList;
import java.util.List;

/**
 * The points S of a simplex whose coordinates are multiples of 1/n: all (m_1, …, m_K) / n with Σ m
 * = n, C(n + K − 1, K − 1) of them, vertices included.
 *
 * @param operations K
 * @param divisions n
 */
public record SimplexGrid(int operations, int divisions) {
  /** Checks the bounds. */
  public SimplexGrid {
    if (operations < 1 || divisions < 1) {
      throw new IllegalArgumentException(
          "operations %d and divisions %d must be at least 1".formatted(operations, divisions));
    }
  }

  /** The points, the first coordinate rising slowest. */
  public List<List<Double>> points() {
    List<List<Double>> points = new ArrayList<>();
    extend(List.of(), divisions, points);
    return List.copyOf(points);
  }

  private void extend(List<Double> start, int left, List<List<Double>> points) {
    if (start.size() == operations - 1) {
      points.add(with(start, left));
      return;
    }
    for (int own = 0; own <= left; own++) {
      extend(with(start, own), left - own, points);
    }
  }

  private List<Double> with(List<Double> start, int multiple) {
    List<Double> longer = new ArrayList<>(start);
    longer.add((double) multiple / divisions);
    return List.copyOf(longer);
  }
}
