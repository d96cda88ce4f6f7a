package org.simplexity.space;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.simplexity.kernel.NetworkBuilder;
import org.simplexity.kernel.Value;
import org.simplexity.kernel.graph.Pooling;
import org.simplexity.kernel.graph.Window;

/**
 * The macro skeleton of NAS-Bench-201 (Dong and Yang 2020, §2.1, Figure 1).
 *
 * <p>Stem: 3×3 convolution to C channels and normalisation. Then N cells, a residual block of
 * stride 2 to 2C, N cells, a residual block to 4C, N cells. Classifier: normalisation, ReLU, global
 * average pooling, dense layer.
 */
final class NasBench201Network {
  private static final int STAGES = 3;
  private static final int KERNEL = 3;

  private final NasBench201Space space;
  private final List<Part> parts = new ArrayList<>();

  /** What stands on the edges of every cell. */
  interface Edges {
    Value build(NetworkBuilder builder, EdgePosition edge, Value source);
  }

  NasBench201Network(NasBench201Space space) {
    this.space = space;
  }

  Blueprint build(int nodes, Edges edges) {
    NetworkBuilder builder = new NetworkBuilder(space.input());
    int channels = space.settings().channels();
    Value value =
        part(builder, "stem", "stem", () -> convolution(builder, builder.input(), channels, 1));
    for (int stage = 0; stage < STAGES; stage++) {
      Value before = value;
      int width = channels << stage;
      if (stage > 0) {
        value = part(builder, next(), "residual block", () -> block(builder, before, width));
      }
      for (int cell = 0; cell < space.settings().cells(); cell++) {
        Value source = value;
        value = part(builder, next(), "cell", () -> cell(builder, source, nodes, edges));
      }
    }
    Value last = value;
    Value logits = part(builder, "classifier", "classifier", () -> classifier(builder, last));
    return new Blueprint(builder.build(logits), parts);
  }

  private String next() {
    return "cells." + (parts.size() - 1);
  }

  private Value part(NetworkBuilder builder, String scope, String kind, Supplier<Value> body) {
    Value value = builder.within(scope, body);
    parts.add(new Part(scope, kind, value.shape()));
    return value;
  }

  private static Value convolution(NetworkBuilder builder, Value input, int channels, int stride) {
    return Blocks.normalised(
        builder, Blocks.convolution(builder, input, channels, KERNEL, stride), true);
  }

  private static Value cell(NetworkBuilder builder, Value input, int nodes, Edges edges) {
    List<Value> values = new ArrayList<>(List.of(input));
    for (int to = 1; to < nodes; to++) {
      List<Value> incoming = new ArrayList<>();
      for (int from = 0; from < to; from++) {
        incoming.add(edges.build(builder, new EdgePosition(from, to), values.get(from)));
      }
      values.add(builder.sum(incoming));
    }
    return values.get(nodes - 1);
  }

  /** Two 3×3 convolutions, the first of stride 2, beside average pooling and a 1×1 convolution. */
  private static Value block(NetworkBuilder builder, Value input, int channels) {
    Value first =
        builder.within("conv_a", () -> convolution(builder, builder.relu(input), channels, 2));
    Value second =
        builder.within("conv_b", () -> convolution(builder, builder.relu(first), channels, 1));
    Pooling halving = new Pooling(Window.square(2).withStride(2));
    Value shortcut =
        builder.within(
            "shortcut",
            () ->
                Blocks.convolution(
                    builder, builder.averagePooling(input, halving), channels, 1, 1));
    return builder.sum(List.of(second, shortcut));
  }

  private Value classifier(NetworkBuilder builder, Value last) {
    Value active = builder.relu(Blocks.normalised(builder, last, true));
    return builder.dense(builder.globalAveragePooling(active), space.classes());
  }
}
