package org.simplexity.kernel.execution.nd4j;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.simplexity.kernel.Shape;
import org.simplexity.kernel.Value;
import org.simplexity.kernel.execution.Chunks;
import org.simplexity.kernel.execution.Kernel;
import org.simplexity.kernel.execution.Task;
import org.simplexity.kernel.graph.Operation;

/** Copies of parts of arrays, as assignments between views; the rest of the output stays zero. */
record CopyKernel(List<Passage> passages) implements Kernel {

  /** The channels of several values one after another. */
  static CopyKernel concatenation(Task task, Function<Value, Tensor> tensors, Chunks chunks) {
    List<Passage> passages = new ArrayList<>();
    Tensor out = tensors.apply(task.value());
    int first = 0;
    for (int k = 0; k < task.uses().size(); k++) {
      Tensor in = tensors.apply(task.value().inputs().get(k));
      int from = first;
      int to = first + in.shape().channels();
      passages.add(
          new Passage(
              chunks,
              in,
              task.uses().get(k),
              x -> x,
              out,
              y -> y.get(all(), interval(from, to), all(), all())));
      first = to;
    }
    return new CopyKernel(passages);
  }

  /** y[i, j] = x[stride·i + rowOffset, stride·j + columnOffset], 0 beyond the edge. */
  static Kernel subsample(
      Task task, Function<Value, Tensor> tensors, Chunks chunks, Operation.Subsample operation) {
    Tensor in = tensors.apply(task.value().inputs().get(0));
    Tensor out = tensors.apply(task.value());
    Shape shape = in.shape();
    int stride = operation.stride();
    int row = operation.rowOffset();
    int column = operation.columnOffset();
    int rows = inside(shape.height(), row, stride);
    int columns = inside(shape.width(), column, stride);
    if (rows == 0 || columns == 0) {
      return new VanishingKernel(in, task.uses().get(0));
    }
    return new CopyKernel(
        List.of(
            new Passage(
                chunks,
                in,
                task.uses().get(0),
                x ->
                    x.get(
                        all(),
                        all(),
                        every(row, stride, shape.height()),
                        every(column, stride, shape.width())),
                out,
                y -> y.get(all(), all(), interval(0, rows), interval(0, columns)))));
  }

  /** Pixels offset, offset + stride, … below the extent; ND4J miscounts where there is but one. */
  private static INDArrayIndex every(int offset, int stride, int extent) {
    return inside(extent, offset, stride) == 1
        ? interval(offset, offset + 1)
        : interval(offset, stride, extent);
  }

  /** Number of pixels at offset, offset + stride, … below the extent. */
  private static int inside(int extent, int offset, int stride) {
    return Math.max(0, (extent - offset + stride - 1) / stride);
  }

  @Override
  public void forward(int chunk) {
    for (Passage passage : passages) {
      passage.forward(chunk);
    }
  }

  @Override
  public void backward(int chunk) {
    for (Passage passage : passages) {
      passage.backward(chunk);
    }
  }
}
