package org.simplexity.cli;

import java.util.List;
import org.simplexity.space.OperationSets;

/** The operations that a search chooses among. */
final class Searched {
  private Searched() {}

  /** All of them in one line. */
  static String listed(List<String> operations) {
    return "operations: " + String.join(", ", operations);
  }

  /** Refuses an operation that is not among those named, if any are. */
  static void check(List<String> named, String operation) {
    if (!named.isEmpty() && !OperationSets.expand(named).contains(operation)) {
      throw new IllegalArgumentException(
          "--operations: the genotype has %s, which is not among %s"
              .formatted(operation, String.join(", ", named)));
    }
  }
}
