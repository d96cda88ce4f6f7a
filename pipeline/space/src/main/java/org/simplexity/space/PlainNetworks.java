package org.simplexity.space;

import org.simplexity.kernel.Network;
import org.simplexity.kernel.NetworkBuilder;
import org.simplexity.kernel.Shape;
import org.simplexity.kernel.Value;
import org.simplexity.kernel.graph.Convolution;
import org.simplexity.kernel.graph.Pooling;
import org.simplexity.kernel.graph.Window;

/** Networks of fixed structure: those of the experiments on hypernetworks and pruning. */
public final class PlainNetworks {
  private static final int[] CHANNELS = {48, 96, 192, 256};
  private static final int[] HIDDEN = {512, 64};
  private static final int KERNEL = 3;

  private PlainNetworks() {}

  /**
   * One dense layer: z = W x + b, softmax regression.
   *
   * @param input shape of one image, which is flattened
   * @param classes outputs
   */
  public static Network linear(Shape input, int classes) {
    NetworkBuilder builder = new NetworkBuilder(input);
    return builder.build(
        builder.within("classifier", () -> builder.dense(builder.input(), classes)));
  }

  /**
   * Two dense layers: z = W₂ ReLU(W₁ x + b₁) + b₂; 784-50-10 for MNIST.
   *
   * @param input shape of one image, which is flattened
   * @param hidden outputs of the first layer
   * @param classes outputs of the second
   */
  public static Network perceptron(Shape input, int hidden, int classes) {
    NetworkBuilder builder = new NetworkBuilder(input);
    return builder.build(twoLayers(builder, hidden, "classifier", classes));
  }

  /**
   * Two dense layers without a loss, z = W₂ ReLU(W₁ x + b₁) + b₂: an encoder, or a decoder that
   * reads codes as images of one pixel.
   *
   * @param input shape of what it reads, which is flattened
   * @param hidden outputs of the first layer
   * @param outputs outputs of the second
   */
  public static Network perceptronMap(Shape input, int hidden, int outputs) {
    NetworkBuilder builder = new NetworkBuilder(input);
    return builder.buildMap(twoLayers(builder, hidden, "output", outputs));
  }

  private static Value twoLayers(NetworkBuilder builder, int hidden, String last, int outputs) {
    Value middle =
        builder.within("hidden", () -> builder.relu(builder.dense(builder.input(), hidden)));
    return builder.within(last, () -> builder.dense(middle, outputs));
  }

  /**
   * The convolutional network for CIFAR-10: convolutions to 48 and 96 channels, maximum pooling, to
   * 192 and 256, maximum pooling, dense layers of 512, 64 and the classes.
   *
   * <p>The document gives the numbers of channels only. Convolutions are 3×3 with padding 1, pools
   * 2×2 of stride 2, and a ReLU follows every layer but the last: a choice of ours.
   *
   * @param input shape of one image, 3×32×32 for CIFAR-10, of at least 4×4 pixels
   * @param classes number of classes
   */
  public static Network convolutional(Shape input, int classes) {
    NetworkBuilder builder = new NetworkBuilder(input);
    Value value = builder.input();
    Pooling halving = new Pooling(Window.square(2).withStride(2));
    for (int layer = 0; layer < CHANNELS.length; layer++) {
      Value before = value;
      int channels = CHANNELS[layer];
      value = builder.within("features." + layer, () -> convolution(builder, before, channels));
      value = layer % 2 == 1 ? builder.maxPooling(value, halving) : value;
    }
    for (int layer = 0; layer < HIDDEN.length; layer++) {
      Value before = value;
      int outputs = HIDDEN[layer];
      value = builder.within("hidden." + layer, () -> builder.relu(builder.dense(before, outputs)));
    }
    Value last = value;
    return builder.build(builder.within("classifier", () -> builder.dense(last, classes)));
  }

  private static Value convolution(NetworkBuilder builder, Value input, int channels) {
    return builder.relu(
        builder.convolution(input, Convolution.of(channels, Window.centred(KERNEL)).withBias()));
  }
}
