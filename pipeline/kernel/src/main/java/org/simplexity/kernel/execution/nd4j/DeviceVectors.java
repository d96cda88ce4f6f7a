package org.simplexity.kernel.execution.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.simplexity.kernel.DeviceVector;
import org.simplexity.kernel.FlatVector;
import org.simplexity.kernel.Slice;
import org.simplexity.kernel.execution.Vectors;

/** Slices of the flat vectors of a plan as views, which kernels read and write in place. */
record DeviceVectors(Vectors vectors) {
  INDArray parameters(Slice slice) {
    return view(vectors.parameters(), slice);
  }

  INDArray parameterGradients(Slice slice) {
    return view(vectors.parameterGradients(), slice);
  }

  /** Coordinates of γ, [row][coordinate], of some of the rows that there are. */
  INDArray structure(Slice slice, int start, int rows) {
    return view(vectors.structure(), slice, start, rows);
  }

  /** Coordinates of ∂γ, [row][coordinate]. */
  INDArray structureGradients(Slice slice, int start, int rows) {
    return view(vectors.structureGradients(), slice, start, rows);
  }

  INDArray statistics(Slice slice) {
    return view(vectors.statistics(), slice);
  }

  private INDArray view(FlatVector vector, Slice slice, int start, int rows) {
    int width = vectors.structureWidth();
    INDArray all = on(vector).view(start * width, rows * width).reshape('c', true, rows, width);
    return all.get(
        NDArrayIndex.all(), NDArrayIndex.interval(slice.offset(), slice.offset() + slice.length()));
  }

  private static INDArray view(FlatVector vector, Slice slice) {
    return on(vector).view(slice.offset(), slice.length());
  }

  Device device() {
    return on(vectors.parameters()).device();
  }

  private static DeviceVector on(FlatVector vector) {
    if (vector instanceof DeviceVector device) {
      return device;
    }
    throw new IllegalArgumentException("the vectors of this engine must lie on its device");
  }
}
