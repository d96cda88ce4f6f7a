package org.simplexity.kernel.execution.onednn;

import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.primitive_desc_base;

/** The three primitives of an operation with weights, for a number of examples. */
interface Primitives {

  /** A primitive and its description. */
  record Made(primitive operation, primitive_desc_base description) {}

  /** What makes two sets of primitives the same. */
  record Key(Object operation, Object input, Object output, int examples) {}

  /** Equal for operations that can share primitives. */
  Object settings();

  /** Extents of the weights in the flat vector's order. */
  memory.desc plainWeights();

  /** x, w, b to y. */
  Made forward(int examples);

  /** g, w to ∂x. */
  Made backwardData(int examples);

  /** x, g to ∂w, ∂b. */
  Made backwardWeights(int examples);

  /** Whether {@link #backwardData} is a forward primitive from g to ∂x with flipped windows. */
  boolean flips();
}
