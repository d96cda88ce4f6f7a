package org.simplexity.kernel.execution.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.simplexity.kernel.Shape;
import org.simplexity.kernel.execution.Chunks;

/** A value and its gradient, an array a chunk, [example][channel][row][column]. */
final class Tensor {
  private final Shape shape;
  private final INDArray[] data;
  private final INDArray[] gradients;

  Tensor(Device device, Shape shape, Chunks chunks) {
    this.shape = shape;
    this.data = allocate(device, shape, chunks);
    this.gradients = allocate(device, shape, chunks);
  }

  static INDArray[] allocate(Device device, Shape shape, Chunks chunks) {
    INDArray[] arrays = new INDArray[chunks.count()];
    for (int chunk = 0; chunk < arrays.length; chunk++) {
      arrays[chunk] =
          device.zeros(chunks.size(chunk), shape.channels(), shape.height(), shape.width());
    }
    return arrays;
  }

  Shape shape() {
    return shape;
  }

  INDArray data(int chunk) {
    return data[chunk];
  }

  INDArray gradient(int chunk) {
    return gradients[chunk];
  }
}
