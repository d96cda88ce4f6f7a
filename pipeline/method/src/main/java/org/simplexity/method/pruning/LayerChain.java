package org.simplexity.method.pruning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Shape;
import org.simplexity.kernel.Slice;
import org.simplexity.kernel.Value;
import org.simplexity.kernel.graph.Operation;

/**
 * The layers with weights of a network in which one value follows another: convolutions and dense
 * layers, rectified or not, with maximum pooling between.
 *
 * @param network network
 * @param layers layers, first to last
 */
record LayerChain(Network network, List<Layer> layers) {
  /**
   * A layer; weight of output o, input i and place p is at offset + (o · inputs + i) · block + p.
   *
   * @param value value in the network
   * @param weight its weights
   * @param bias its biases; null for none
   * @param outputs units or channels
   * @param inputs units or channels of the layer before
   * @param block weights of an output and an input: taps of a window, or pixels of a channel
   * @param rectified whether max(x, 0) follows
   */
  record Layer(
      Value value,
      Slice weight,
      @Nullable Slice bias,
      int outputs,
      int inputs,
      int block,
      boolean rectified) {
    /** Index of the first weight of an output and an input. */
    int index(int output, int input) {
      return weight.offset() + (output * inputs + input) * block;
    }

    /** Whether every place of the output reads inputs alone, and no zeros around them. */
    boolean readsNoPadding() {
      return !(value.operation() instanceof Operation.Convolve convolution)
          || convolution.settings().window().padding() == 0;
    }
  }

  /**
   * The layers of a network.
   *
   * @throws IllegalArgumentException if it is no such chain; the message names what does not fit
   */
  static LayerChain of(Network network) {
    List<Layer> layers = new ArrayList<>();
    List<Value> values = network.values();
    for (int i = 1; i < values.size(); i++) {
      Value value = values.get(i);
      if (!value.inputs().equals(List.of(values.get(i - 1)))) {
        throw new IllegalArgumentException(
            "a network that branches cannot be compacted; expected one value after another");
      }
      boolean rectified =
          i + 1 < values.size() && values.get(i + 1).operation() instanceof Operation.Rectify;
      layer(value, rectified).ifPresent(layers::add);
    }
    return new LayerChain(network, List.copyOf(layers));
  }

  private static Optional<Layer> layer(Value value, boolean rectified) {
    Shape input = value.inputs().get(0).shape();
    int channels = input.channels();
    if (value.operation() instanceof Operation.Convolve convolution) {
      Slice weight = convolution.weight();
      int taps = weight.shape().get(2) * weight.shape().get(3);
      int outputs = weight.shape().get(0);
      return Optional.of(
          new Layer(value, weight, convolution.bias(), outputs, channels, taps, rectified));
    }
    if (value.operation() instanceof Operation.Dense dense) {
      int pixels = input.height() * input.width();
      int outputs = dense.bias().length();
      return Optional.of(
          new Layer(value, dense.weight(), dense.bias(), outputs, channels, pixels, rectified));
    }
    if (value.operation() instanceof Operation.Rectify
        || value.operation() instanceof Operation.MaxPool) {
      return Optional.empty();
    }
    throw new IllegalArgumentException(
        ("a network with %s cannot be compacted; expected convolutions, dense layers, rectified"
                + " units and maximum pooling")
            .formatted(value.operation()));
  }
}
