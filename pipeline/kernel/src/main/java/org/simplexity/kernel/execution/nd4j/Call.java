package org.simplexity.kernel.execution.nd4j;

import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;

/** A native operation with its operands. */
record Call(CustomOp operation, OpContext context) {
  void run() {
    Nd4j.getExecutioner().exec(operation, context);
  }
}
