package org.simplexity.kernel.execution.reference;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.simplexity.kernel.FlatVector;
import org.simplexity.kernel.Slice;

/** Partial sums of a weight gradient by chunk, added up in the order of the chunks. */
final class WeightGradients {
  private final double[][] partial;

  WeightGradients(int chunks, @Nullable Slice slice) {
    this.partial = new double[chunks][slice == null ? 0 : slice.length()];
  }

  /** The cleared sums of a chunk. */
  double[] open(int chunk) {
    Arrays.fill(partial[chunk], 0);
    return partial[chunk];
  }

  void write(@Nullable Slice slice, FlatVector gradients) {
    if (slice != null) {
      for (int i = 0; i < slice.length(); i++) {
        double sum = 0;
        for (double[] chunk : partial) {
          sum += chunk[i];
        }
        gradients.set(slice.offset() + i, sum);
      }
    }
  }
}
