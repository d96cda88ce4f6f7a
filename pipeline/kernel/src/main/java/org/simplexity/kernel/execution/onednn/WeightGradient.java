package org.simplexity.kernel.execution.onednn;

/** ∂w of one chunk, in the flat vector's order. */
interface WeightGradient {

  /** Computes it of the chunk's input and gradient. */
  void run(int chunk);
}
