package org.simplexity.kernel.execution.nd4j;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.simplexity.kernel.execution.Chunks;

/** A vector a chunk, [chunk][channel], and the vector that they are merged to: with one, itself. */
final class Rows {
  private static final long[] OVER_CHUNKS = {0};

  private final Device device;
  private final INDArray all;
  private final INDArray merged;
  private final INDArray[] rows;

  Rows(Device device, Chunks chunks, int channels) {
    this.device = device;
    this.all = device.zeros(chunks.count(), channels);
    this.rows = new INDArray[chunks.count()];
    for (int chunk = 0; chunk < rows.length; chunk++) {
      rows[chunk] = all.get(NDArrayIndex.point(chunk), NDArrayIndex.all());
    }
    this.merged = rows.length == 1 ? rows[0] : device.zeros(channels);
  }

  boolean isOne() {
    return rows.length == 1;
  }

  INDArray row(int chunk) {
    return rows[chunk];
  }

  INDArray all() {
    return all;
  }

  INDArray merged() {
    return merged;
  }

  /** Adds up rows of such an array, in their order. */
  Call sum(INDArray matrix) {
    return device.call("reduce_sum", List.of(matrix), List.of(merged), OVER_CHUNKS);
  }
}
