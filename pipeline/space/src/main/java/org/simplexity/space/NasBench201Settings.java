package org.simplexity.space;

import java.util.LinkedHashSet;
import java.util.List;

/**
 * The size of the macro skeleton of NAS-Bench-201 (Dong and Yang 2020, §2.1).
 *
 * @param cells number N of cells in each of the three stages
 * @param nodes nodes of a cell with its input
 * @param channels channels of the first stage; each stage doubles them
 * @param operations names of the candidate operations of every edge, or of a set of them
 */
public record NasBench201Settings(int cells, int nodes, int channels, List<String> operations) {
  /** Checks the bounds; puts named sets apart and checks that every operation is named once. */
  public NasBench201Settings {
    if (cells < 1) {
      throw new IllegalArgumentException("cells " + cells + " is not at least 1");
    }
    if (nodes < 2) {
      throw new IllegalArgumentException("nodes " + nodes + " is not at least 2");
    }
    if (channels < 1) {
      throw new IllegalArgumentException("channels " + channels + " is not at least 1");
    }
    operations = OperationSets.expand(operations);
    if (operations.isEmpty() || new LinkedHashSet<>(operations).size() != operations.size()) {
      throw new IllegalArgumentException(
          "operations " + operations + " is empty or names one operation twice");
    }
  }

  /** The benchmark's own: five cells a stage, four nodes, 16 channels, its five operations. */
  public static NasBench201Settings defaults() {
    return new NasBench201Settings(5, 4, 16, List.of(OperationSets.NAS_BENCH_201));
  }
}
