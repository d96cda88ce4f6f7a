package org.simplexity.report.drawing;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Structure parameters γ of one cell type: the share of each operation on each edge.
 *
 * @param edges names of edges, such as {@code 0-2}
 * @param operations names of operations
 * @param gamma shares in [0, 1]; shape edges × operations
 */
public record Shares(List<String> edges, List<String> operations, List<List<Double>> gamma) {
  /** Checks shape and range. */
  public Shares {
    edges = List.copyOf(edges);
    operations = List.copyOf(operations);
    gamma = gamma.stream().map(List::copyOf).toList();
    if (gamma.size() != edges.size()) {
      throw new IllegalArgumentException(
          "gamma has " + gamma.size() + " rows for " + edges.size() + " edges");
    }
    for (List<Double> row : gamma) {
      if (row.size() != operations.size()) {
        throw new IllegalArgumentException(
            "gamma has a row of " + row.size() + " for " + operations.size() + " operations");
      }
      row.forEach(Shares::requireShare);
    }
  }

  /** One sentence per edge: its strongest operation. */
  public String inWords() {
    return IntStream.range(0, edges.size())
        .mapToObj(row -> edges.get(row) + ": " + strongest(gamma.get(row)))
        .collect(Collectors.joining("; ", "Strongest operation of each edge. ", "."));
  }

  private String strongest(List<Double> row) {
    int best = 0;
    for (int column = 1; column < row.size(); column++) {
      best = row.get(column) > row.get(best) ? column : best;
    }
    return operations.get(best) + String.format(Locale.ROOT, " %.2f", row.get(best));
  }

  private static void requireShare(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share " + share + " is not within [0, 1]");
    }
  }
}
