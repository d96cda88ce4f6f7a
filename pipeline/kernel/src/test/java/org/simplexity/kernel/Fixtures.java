package org.simplexity.kernel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import org.simplexity.kernel.graph.BatchNormalisation;
import org.simplexity.kernel.graph.Convolution;
import org.simplexity.kernel.graph.DepthwiseConvolution;
import org.simplexity.kernel.graph.Pooling;
import org.simplexity.kernel.graph.Window;

/** Small networks around every operation, and random points to take gradients at. */
final class Fixtures {
  private Fixtures() {}

  private static final BatchNormalisation AFFINE = BatchNormalisation.defaults();

  /** Every operation by name, applied to a value that depends on weights. */
  static Map<String, BiFunction<NetworkBuilder, Value, Value>> operations() {
    Map<String, BiFunction<NetworkBuilder, Value, Value>> all = new LinkedHashMap<>();
    Window three = Window.centred(3);
    all.put("identity", (b, x) -> x);
    all.put("relu", NetworkBuilder::relu);
    windows(3)
        .forEach(
            (name, window) -> {
              all.put(
                  "convolution" + name,
                  (b, x) -> b.convolution(x, Convolution.of(5, window).withBias()));
              all.put(
                  "depthwise" + name,
                  (b, x) -> b.depthwiseConvolution(x, new DepthwiseConvolution(window)));
            });
    windows(5)
        .forEach(
            (name, window) ->
                all.put(
                    "depthwise" + name,
                    (b, x) -> b.depthwiseConvolution(x, new DepthwiseConvolution(window))));
    all.put("pointwise", (b, x) -> b.convolution(x, Convolution.of(7, Window.square(1))));
    for (int stride = 1; stride <= 2; stride++) {
      Pooling pooling = new Pooling(three.withStride(stride));
      all.put("max pooling s" + stride, (b, x) -> b.maxPooling(x, pooling));
      all.put("average pooling s" + stride, (b, x) -> b.averagePooling(x, pooling));
    }
    all.put(
        "max pooling 2", (b, x) -> b.maxPooling(x, new Pooling(Window.square(2).withStride(2))));
    all.put("global average", NetworkBuilder::globalAveragePooling);
    all.put("dense", (b, x) -> b.dense(x, 6));
    all.put("affine normalisation", (b, x) -> b.batchNormalisation(x, AFFINE));
    all.put("plain normalisation", (b, x) -> b.batchNormalisation(x, AFFINE.withoutAffine()));
    all.put("concatenation", (b, x) -> b.concatenation(List.of(x, b.relu(x), x)));
    all.put("sum", (b, x) -> b.sum(List.of(x, b.relu(x), x)));
    all.put("drop-path", NetworkBuilder::dropPath);
    all.put("drop-paths", (b, x) -> b.sum(List.of(b.dropPath(x), b.relu(x), b.dropPath(x))));
    all.put("factorised reduction", Fixtures::factorisedReduction);
    all.put("mixture", Fixtures::mixture);
    all.put("zero mixture", (b, x) -> b.mixture(List.of(b.zero(x, 1), x), b.structure("g", 2)));
    return all;
  }

  private static Map<String, Window> windows(int kernel) {
    Map<String, Window> windows = new LinkedHashMap<>();
    for (int stride = 1; stride <= 2; stride++) {
      for (int dilation = 1; dilation <= 2; dilation++) {
        Window window = Window.square(kernel).withStride(stride).withDilation(dilation);
        windows.put(
            " %dx%d s%d d%d".formatted(kernel, kernel, stride, dilation),
            window.withPadding(window.span() / 2));
      }
    }
    return windows;
  }

  private static Value factorisedReduction(NetworkBuilder b, Value x) {
    Convolution half = Convolution.of(2, Window.square(1));
    return b.concatenation(
        List.of(
            b.convolution(b.subsample(x, 2, 0, 0), half),
            b.convolution(b.subsample(x, 2, 1, 1), half)));
  }

  private static Value mixture(NetworkBuilder b, Value x) {
    StructureSlice gamma = b.structure("gamma", 4);
    Pooling pooling = new Pooling(Window.centred(3));
    Value first =
        b.mixture(
            List.of(b.zero(x, 1), x, b.maxPooling(x, pooling), b.averagePooling(x, pooling)),
            gamma);
    return b.mixture(List.of(x, b.relu(first), first, b.zero(x, 1)), gamma);
  }

  /** Images, a weighted layer, the operation, a weighted layer. */
  static Network around(BiFunction<NetworkBuilder, Value, Value> operation, Shape images) {
    NetworkBuilder builder = new NetworkBuilder(images);
    Value stem =
        builder.convolution(builder.input(), Convolution.of(4, Window.centred(3)).withBias());
    return builder.build(builder.dense(operation.apply(builder, stem), 3));
  }

  /** Images, the operation, a weighted layer. */
  static Network first(BiFunction<NetworkBuilder, Value, Value> operation, Shape images) {
    NetworkBuilder builder = new NetworkBuilder(images);
    return builder.build(builder.dense(operation.apply(builder, builder.input()), 3));
  }

  /** Two cells with shared structure, separable convolutions and a reduction, in small. */
  static Network supernet(Shape images, int channels) {
    NetworkBuilder b = new NetworkBuilder(images);
    Value x = b.convolution(b.input(), Convolution.of(channels, Window.centred(3)));
    Value stem = b.batchNormalisation(x, AFFINE);
    Value before = stem;
    Value last = stem;
    for (int cell = 0; cell < 2; cell++) {
      Value first = before;
      Value second = last;
      int stride = cell + 1;
      Value next = b.within("cells." + cell, () -> cell(b, first, second, channels, stride));
      before = stride == 1 ? last : next;
      last = next;
    }
    return b.build(b.dense(b.globalAveragePooling(last), 3));
  }

  /** A trunk of two convolutions, and an auxiliary head of weight 0.4 on the first of them. */
  static Network auxiliary(Shape images) {
    NetworkBuilder b = new NetworkBuilder(images);
    Value first = b.convolution(b.input(), Convolution.of(4, Window.centred(3)));
    Value trunk =
        b.batchNormalisation(
            b.convolution(b.relu(first), Convolution.of(3, Window.square(1))), AFFINE);
    Value logits = b.dense(b.globalAveragePooling(b.dropPath(trunk)), 3);
    Value head =
        b.within(
            "auxiliary",
            () -> {
              Value x = b.convolution(b.relu(first), Convolution.of(5, Window.square(2)));
              return b.dense(b.relu(b.batchNormalisation(x, AFFINE)), 3);
            });
    return b.build(logits, head, 0.4);
  }

  private static Value cell(NetworkBuilder b, Value s0, Value s1, int channels, int stride) {
    Value p0 = preprocess(b, s0, channels, "0");
    Value p1 = preprocess(b, s1, channels, "1");
    Value node =
        b.sum(List.of(edge(b, p0, channels, stride, "0-2"), edge(b, p1, channels, stride, "1-2")));
    Value other =
        b.sum(List.of(edge(b, p1, channels, stride, "1-3"), edge(b, node, channels, 1, "2-3")));
    return b.concatenation(List.of(node, other));
  }

  private static Value preprocess(NetworkBuilder b, Value x, int channels, String name) {
    return b.within(
        "preprocess." + name,
        () ->
            b.batchNormalisation(
                b.convolution(b.relu(x), Convolution.of(channels, Window.square(1))),
                AFFINE.withoutAffine()));
  }

  private static Value edge(NetworkBuilder b, Value x, int channels, int stride, String name) {
    StructureSlice gamma = b.structure("normal." + name, 4);
    BatchNormalisation plain = AFFINE.withoutAffine();
    return b.within(
        "edge." + name,
        () -> {
          Value pool =
              b.batchNormalisation(
                  b.maxPooling(x, new Pooling(Window.centred(3).withStride(stride))), plain);
          Value skip = stride == 1 ? x : b.batchNormalisation(b.subsample(x, 2, 1, 0), plain);
          Value separable = separable(b, separable(b, x, channels, stride), channels, 1);
          return b.mixture(List.of(b.zero(x, stride), pool, skip, separable), gamma);
        });
  }

  private static Value separable(NetworkBuilder b, Value x, int channels, int stride) {
    Value depthwise =
        b.depthwiseConvolution(
            b.relu(x), new DepthwiseConvolution(Window.centred(3).withStride(stride)));
    return b.batchNormalisation(
        b.convolution(depthwise, Convolution.of(channels, Window.square(1))),
        AFFINE.withoutAffine());
  }

  /** A batch and a point (w, γ, statistics), the same for every plan of a network. */
  static void fill(Plan plan, long seed) {
    Random random = new Random(seed);
    Network network = plan.network();
    int batch = plan.settings().batch();
    double[] parameters = network.initialParameters(random);
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] += 0.1 * random.nextGaussian();
    }
    plan.parameters().copyFrom(parameters);
    plan.structure().copyFrom(random.doubles(plan.structure().length(), 0.2, 1).toArray());
    plan.statistics().copyFrom(network.initialStatistics());
    double[] images = random.doubles((long) batch * network.input().size(), -1, 1.5).toArray();
    plan.load(images, random.ints(batch, 0, network.classes()).toArray(), batch);
    plan.drawPaths(random, 0.4);
  }
}
