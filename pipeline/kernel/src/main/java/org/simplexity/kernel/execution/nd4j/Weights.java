package org.simplexity.kernel.execution.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A slice of w in the order of a native operation, and its gradient by chunk, added up in the order
 * of the chunks.
 *
 * <p>Where the native order is that of w, the operation reads w itself; else a copy on the device.
 */
final class Weights {
  private final boolean inPlace;
  private final INDArray own;
  private final INDArray ownGradient;
  private final INDArray array;
  private final INDArray places;
  private final INDArray[] gradients;
  private final INDArray[] gradientPlaces;

  /** A slice of w and one of ∂w, both views of those vectors. */
  Weights(Device device, Filter.Taps taps, INDArray slice, INDArray gradient, int chunks) {
    this.inPlace = taps.inPlace();
    this.own = taps.order().apply(slice);
    this.ownGradient = taps.order().apply(gradient);
    this.array = inPlace ? own : device.zeros(taps.extents());
    this.places = taps.places().apply(array);
    this.gradients = new INDArray[chunks];
    this.gradientPlaces = new INDArray[chunks];
    for (int chunk = 0; chunk < chunks; chunk++) {
      gradients[chunk] = device.zeros(taps.extents());
      gradientPlaces[chunk] = taps.places().apply(gradients[chunk]);
    }
  }

  INDArray array() {
    return array;
  }

  INDArray gradient(int chunk) {
    return gradients[chunk];
  }

  void load() {
    if (!inPlace) {
      places.assign(own);
    }
  }

  void write() {
    ownGradient.assign(gradientPlaces[0]);
    for (int chunk = 1; chunk < gradients.length; chunk++) {
      ownGradient.addi(gradientPlaces[chunk]);
    }
  }
}
