package org.simplexity.kernel.execution.reference;

import org.simplexity.kernel.Shape;
import org.simplexity.kernel.execution.Chunks;

/** A value and its gradient, by chunk, [example][channel][row][column]. */
final class Buffer {
  private final Shape shape;
  private final double[][] data;
  private final double[][] gradients;

  Buffer(Shape shape, Chunks chunks) {
    this.shape = shape;
    this.data = new double[chunks.count()][];
    this.gradients = new double[chunks.count()][];
    for (int chunk = 0; chunk < chunks.count(); chunk++) {
      data[chunk] = new double[chunks.size(chunk) * shape.size()];
      gradients[chunk] = new double[data[chunk].length];
    }
  }

  Shape shape() {
    return shape;
  }

  double[] data(int chunk) {
    return data[chunk];
  }

  double[] gradient(int chunk) {
    return gradients[chunk];
  }

  /** Channels of all examples of a chunk. */
  int planes(int chunk) {
    return data[chunk].length / shape.area();
  }

  int examples(int chunk) {
    return data[chunk].length / shape.size();
  }

  int chunks() {
    return data.length;
  }
}
