package org.simplexity.kernel.execution.nd4j;

import java.util.function.IntUnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.simplexity.kernel.FlatVector;
import org.simplexity.kernel.Slice;

/** A slice of w on the device, and its gradient by chunk, added up in the order of the chunks. */
final class Weights {
  private final Device device;
  private final Slice slice;
  private final INDArray array;
  private final INDArray[] gradients;
  private final IntUnaryOperator places;
  private final double[] staged;

  Weights(Device device, Slice slice, long[] extents, int chunks, IntUnaryOperator places) {
    this.device = device;
    this.slice = slice;
    this.places = places;
    this.array = device.zeros(extents);
    this.staged = new double[Math.toIntExact(array.length())];
    this.gradients = new INDArray[chunks];
    for (int chunk = 0; chunk < chunks; chunk++) {
      gradients[chunk] = device.zeros(extents);
    }
  }

  INDArray array() {
    return array;
  }

  INDArray gradient(int chunk) {
    return gradients[chunk];
  }

  void load(FlatVector parameters) {
    for (int i = 0; i < slice.length(); i++) {
      staged[places.applyAsInt(i)] = parameters.get(slice.offset() + i);
    }
    device.put(staged, array);
  }

  void write(FlatVector target) {
    double[] sums = new double[slice.length()];
    for (INDArray gradient : gradients) {
      double[] part = Device.get(gradient);
      for (int i = 0; i < sums.length; i++) {
        sums[i] += part[places.applyAsInt(i)];
      }
    }
    for (int i = 0; i < sums.length; i++) {
      target.set(slice.offset() + i, sums[i]);
    }
  }
}
