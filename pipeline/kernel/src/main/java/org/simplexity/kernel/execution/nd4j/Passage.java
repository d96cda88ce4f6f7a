package org.simplexity.kernel.execution.nd4j;

import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.simplexity.kernel.execution.Chunks;
import org.simplexity.kernel.execution.GradientUse;

/** Views of equal shape of an input and of an output, between which numbers are copied. */
final class Passage {
  private final Tensor in;
  private final GradientUse use;
  private final INDArray[] from;
  private final INDArray[] to;
  private final INDArray[] gradientFrom;
  private final INDArray[] gradientTo;

  Passage(
      Chunks chunks,
      Tensor in,
      GradientUse use,
      UnaryOperator<INDArray> source,
      Tensor out,
      UnaryOperator<INDArray> target) {
    this.in = in;
    this.use = use;
    this.from = new INDArray[chunks.count()];
    this.to = new INDArray[from.length];
    this.gradientFrom = new INDArray[from.length];
    this.gradientTo = new INDArray[from.length];
    for (int chunk = 0; chunk < from.length; chunk++) {
      from[chunk] = source.apply(in.data(chunk));
      to[chunk] = target.apply(out.data(chunk));
      gradientFrom[chunk] = target.apply(out.gradient(chunk));
      gradientTo[chunk] = source.apply(in.gradient(chunk));
    }
  }

  void forward(int chunk) {
    to[chunk].assign(from[chunk]);
  }

  void backward(int chunk) {
    if (use == GradientUse.SET) {
      in.gradient(chunk).assign(0);
    }
    if (use != GradientUse.NONE) {
      gradientTo[chunk].addi(gradientFrom[chunk]);
    }
  }
}
