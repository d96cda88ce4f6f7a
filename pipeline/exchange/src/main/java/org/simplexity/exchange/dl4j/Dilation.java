package org.simplexity.exchange.dl4j;

import java.util.List;
import org.simplexity.kernel.archive.NamedArray;

/**
 * Dilated kernels as plain ones: ND4J's oneDNN build cannot run convolutions of dilation above 1.
 */
final class Dilation {
  private Dilation() {}

  /**
   * The same function of a larger window with zeros between the taps.
   *
   * @param weight [a, b, k, k]
   * @param dilation d
   * @return [a, b, d (k − 1) + 1, d (k − 1) + 1]
   */
  static NamedArray spread(NamedArray weight, int dilation) {
    int kernel = weight.shape().get(2);
    int span = dilation * (kernel - 1) + 1;
    int slices = weight.shape().get(0) * weight.shape().get(1);
    float[] values = weight.values();
    float[] spread = new float[slices * span * span];
    for (int i = 0; i < values.length; i++) {
      int slice = i / (kernel * kernel);
      int row = dilation * (i / kernel % kernel);
      int column = dilation * (i % kernel);
      spread[(slice * span + row) * span + column] = values[i];
    }
    List<Integer> shape = List.of(weight.shape().get(0), weight.shape().get(1), span, span);
    return new NamedArray(weight.name(), shape, spread);
  }
}
