package org.simplexity.kernel.execution.onednn;

import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.stream;

/** A primitive with its arguments. */
record Call(primitive operation, IntMemoryMap arguments, stream queue) {
  void run() {
    operation.execute(queue, arguments);
  }
}
