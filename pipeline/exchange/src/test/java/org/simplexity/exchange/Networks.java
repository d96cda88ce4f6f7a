package org.simplexity.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.NetworkBuilder;
import org.simplexity.kernel.Shape;
import org.simplexity.kernel.Slice;
import org.simplexity.kernel.Value;
import org.simplexity.kernel.graph.BatchNormalisation;
import org.simplexity.kernel.graph.Convolution;
import org.simplexity.kernel.graph.DepthwiseConvolution;
import org.simplexity.kernel.graph.Pooling;
import org.simplexity.kernel.graph.Window;

/** Small networks, one for each operation, with random weights and random running statistics. */
public final class Networks {
  private static final int CLASSES = 5;

  private Networks() {}

  /** What stands between the images and the classifier, by name. */
  public static Map<String, BiFunction<NetworkBuilder, Value, Value>> bodies() {
    Map<String, BiFunction<NetworkBuilder, Value, Value>> bodies = new LinkedHashMap<>();
    bodies.put("nothing", (b, x) -> x);
    for (int stride : List.of(1, 2)) {
      bodies.put("convolution 3x3 stride " + stride, (b, x) -> convolve(b, x, 4, 3, stride, 1));
      bodies.put("convolution 1x1 stride " + stride, (b, x) -> convolve(b, x, 4, 1, stride, 1));
      bodies.put("dilated convolution stride " + stride, (b, x) -> convolve(b, x, 4, 3, stride, 2));
      for (int kernel : List.of(3, 5)) {
        String name = "depthwise %dx%d stride %d".formatted(kernel, kernel, stride);
        bodies.put(name, (b, x) -> depthwise(b, x, kernel, stride, 1));
        bodies.put("dilated " + name, (b, x) -> depthwise(b, x, kernel, stride, 2));
      }
      bodies.put("max pooling stride " + stride, (b, x) -> b.maxPooling(x, pooling(stride)));
      bodies.put(
          "average pooling stride " + stride, (b, x) -> b.averagePooling(x, pooling(stride)));
      bodies.put("subsampling stride " + stride, (b, x) -> b.subsample(x, stride, 0, 0));
      bodies.put("shifted subsampling stride " + stride, (b, x) -> b.subsample(x, stride, 1, 2));
    }
    bodies.put(
        "convolution with bias",
        (b, x) -> b.convolution(x, Convolution.of(3, Window.centred(3)).withBias()));
    bodies.put("even kernel", (b, x) -> b.convolution(x, Convolution.of(3, Window.square(2))));
    bodies.put("relu", (b, x) -> b.relu(x));
    bodies.put(
        "normalisation", (b, x) -> b.batchNormalisation(x, new BatchNormalisation(true, 0.3, 0.1)));
    bodies.put(
        "normalisation without scale and shift",
        (b, x) -> b.batchNormalisation(x, BatchNormalisation.defaults().withoutAffine()));
    bodies.put("global average", (b, x) -> b.globalAveragePooling(x));
    bodies.put("dense, relu", (b, x) -> b.relu(b.dense(x, 7)));
    bodies.put(
        "normalised vector",
        (b, x) -> b.batchNormalisation(b.dense(x, 7), BatchNormalisation.defaults()));
    bodies.put(
        "convolution of a vector",
        (b, x) -> b.convolution(b.dense(x, 7), Convolution.of(4, Window.square(1))));
    bodies.put(
        "sum of a vector and an image",
        (b, x) ->
            b.sum(
                List.of(
                    b.dense(x, 4),
                    b.convolution(
                        b.globalAveragePooling(x), Convolution.of(4, Window.square(1))))));
    bodies.put(
        "concatenation", (b, x) -> b.concatenation(List.of(x, convolve(b, x, 4, 3, 1, 1), x)));
    bodies.put(
        "concatenation of vectors",
        (b, x) -> b.concatenation(List.of(b.dense(x, 3), b.globalAveragePooling(x))));
    bodies.put(
        "sum", (b, x) -> b.sum(List.of(x, b.relu(x), b.maxPooling(x, pooling(1)), b.zero(x, 1))));
    bodies.put("sum of one", (b, x) -> b.sum(List.of(b.relu(x))));
    bodies.put("concatenation of one", (b, x) -> b.concatenation(List.of(b.relu(x))));
    bodies.put("concatenation with zeros", (b, x) -> b.concatenation(List.of(x, b.zero(x, 1))));
    bodies.put(
        "sum of zeros",
        (b, x) -> b.concatenation(List.of(b.subsample(x, 2, 0, 0), b.sum(List.of(b.zero(x, 2))))));
    bodies.put(
        "zeros larger than the images",
        (b, x) -> {
          Value large = b.convolution(x, Convolution.of(3, Window.square(1).withPadding(2)));
          return b.concatenation(List.of(large, b.zero(large, 1)));
        });
    bodies.put("factorised reduction", Networks::factorised);
    bodies.put("drop-path", (b, x) -> b.dropPath(b.relu(x)));
    return bodies;
  }

  private static Value convolve(
      NetworkBuilder b, Value x, int channels, int kernel, int stride, int dilation) {
    return b.convolution(x, Convolution.of(channels, window(kernel, stride, dilation)));
  }

  private static Value depthwise(NetworkBuilder b, Value x, int kernel, int stride, int dilation) {
    return b.depthwiseConvolution(x, new DepthwiseConvolution(window(kernel, stride, dilation)));
  }

  private static Window window(int kernel, int stride, int dilation) {
    return Window.centred(kernel)
        .withStride(stride)
        .withDilation(dilation)
        .withPadding(dilation * (kernel / 2));
  }

  private static Pooling pooling(int stride) {
    return new Pooling(Window.centred(3).withStride(stride));
  }

  private static Value factorised(NetworkBuilder b, Value x) {
    Value active = b.relu(x);
    Value even = b.convolution(b.subsample(active, 2, 0, 0), Convolution.of(2, Window.square(1)));
    Value odd = b.convolution(b.subsample(active, 2, 1, 1), Convolution.of(2, Window.square(1)));
    return b.batchNormalisation(b.concatenation(List.of(even, odd)), BatchNormalisation.defaults());
  }

  /** The images, a body, and a dense layer. */
  public static FinishedNetwork of(String body, Shape input) {
    NetworkBuilder builder = new NetworkBuilder(input);
    Value last = bodies().get(body).apply(builder, builder.input());
    Network network =
        builder.build(builder.within("classifier", () -> builder.dense(last, CLASSES)));
    return finished(network, new SplittableRandom(body.hashCode()));
  }

  /** Random numbers everywhere: nothing is 0 or 1 by chance. */
  public static FinishedNetwork finished(Network network, RandomGenerator random) {
    float[] parameters = new float[network.parameters().length()];
    for (Slice slice : network.parameters().slices()) {
      double bound = 2 / Math.sqrt(slice.shape().stream().skip(1).reduce(1, (a, b) -> a * b));
      for (int i = slice.offset(); i < slice.end(); i++) {
        parameters[i] = (float) (bound * (2 * random.nextDouble() - 1));
      }
    }
    float[] statistics = new float[network.statistics().length()];
    for (Slice slice : network.statistics().slices()) {
      boolean variance = slice.kind() == Slice.Kind.VARIANCE;
      for (int i = slice.offset(); i < slice.end(); i++) {
        statistics[i] =
            (float) (variance ? 0.2 + 2 * random.nextDouble() : random.nextDouble() - 0.5);
      }
    }
    return new FinishedNetwork(network, parameters, statistics);
  }

  /** Normally distributed pixels. */
  public static float[] images(Shape input, int count) {
    SplittableRandom random = new SplittableRandom(17);
    float[] images = new float[count * input.size()];
    for (int i = 0; i < images.length; i++) {
      images[i] = (float) random.nextGaussian();
    }
    return images;
  }
}
