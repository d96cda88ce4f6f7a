package org.simplexity.kernel.execution.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
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

  INDArray structure(Slice slice) {
    return view(vectors.structure(), slice);
  }

  INDArray structureGradients(Slice slice) {
    return view(vectors.structureGradients(), slice);
  }

  INDArray statistics(Slice slice) {
    return view(vectors.statistics(), slice);
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
