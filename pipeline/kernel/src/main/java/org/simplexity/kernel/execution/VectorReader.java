package org.simplexity.kernel.execution;

import org.simplexity.kernel.Value;

/** Gathers a vector-valued value from its chunks. */
final class VectorReader {
  private final Backend backend;
  private final Value vector;
  private final Chunks chunks;
  private final Pass pass;

  VectorReader(Backend backend, Value vector, Chunks chunks, Pass pass) {
    this.backend = backend;
    this.vector = vector;
    this.chunks = chunks;
    this.pass = pass;
  }

  /** A copy for the loaded examples, [example][channel]. */
  double[] read() {
    int width = width();
    double[] all = new double[pass.examples() * width];
    double[] part = new double[chunks.batch() * width];
    for (int chunk = 0; chunk < chunks.count() && valid(chunk) > 0; chunk++) {
      backend.read(vector, chunk, part);
      System.arraycopy(part, 0, all, chunks.start(chunk) * width, valid(chunk) * width);
    }
    return all;
  }

  /** Length of the vector of one example. */
  int width() {
    return vector.shape().channels();
  }

  /** Loaded examples of a chunk; not positive where it has none. */
  int valid(int chunk) {
    return Math.min(chunks.size(chunk), pass.examples() - chunks.start(chunk));
  }
}
