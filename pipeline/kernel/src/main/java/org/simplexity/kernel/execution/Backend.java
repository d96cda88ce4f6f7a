package org.simplexity.kernel.execution;

import org.simplexity.kernel.Value;

/** Buffers and kernels of one kind of arithmetic. */
public interface Backend extends AutoCloseable {

  /** A kernel for this task on preallocated buffers. */
  Kernel kernel(Task task);

  /** Ends construction, after the last kernel was made. */
  void seal();

  /** Copies images, [example][channel][row][column], into the plan. */
  void loadImages(float[] images, int count);

  /** Copies images, [example][channel][row][column], into the plan. */
  void loadImages(double[] images, int count);

  /** Copies the values of one chunk, [example][channel], out of a vector-valued value. */
  void read(Value vector, int chunk, double[] into);

  /** Copies a gradient, [example][channel], of one chunk into a vector-valued value. */
  void writeGradient(Value vector, int chunk, double[] from);

  /**
   * Copies the gradient of the images of one chunk, [example][channel][row][column], out; right
   * after the chunk's backward pass.
   */
  void readImageGradient(int chunk, double[] into);

  /** Sets a gradient to 0 for one chunk. */
  void clearGradient(Value value, int chunk);

  @Override
  void close();
}
