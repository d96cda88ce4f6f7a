package org.simplexity.kernel.execution.onednn;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;

/**
 * A run of native floats.
 *
 * @param address where it starts, aligned to a cache line
 * @param buffer the same memory for Java
 */
record Tensor(FloatPointer address, FloatBuffer buffer) {
  int length() {
    return buffer.capacity();
  }

  /** The first floats of it. */
  Tensor first(int floats) {
    FloatPointer start = address.getPointer(0);
    start.capacity(floats);
    return new Tensor(start, start.asBuffer());
  }
}
