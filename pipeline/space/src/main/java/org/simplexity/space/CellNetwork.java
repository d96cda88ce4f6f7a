package org.simplexity.space;

import java.util.List;
import java.util.function.Function;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.NetworkBuilder;
import org.simplexity.kernel.Value;

/**
 * The frame around the cells: stem, preprocessing of each cell's two inputs, classifier.
 *
 * <p>Stem: 3×3 convolution and normalisation. Preprocessing: ReLU, 1×1 convolution, normalisation;
 * a factorised reduction where the cell before the last one was larger. Classifier: global average
 * pooling and a dense layer (the network of Liu et al. 2019, §A.1.1).
 */
final class CellNetwork {
  private static final int STEM_KERNEL = 3;

  private final CellSpace space;
  private final Form form;

  CellNetwork(CellSpace space, Form form) {
    this.space = space;
    this.form = form;
  }

  Network build(Function<NetworkBuilder, CellBody> bodies) {
    NetworkBuilder builder = new NetworkBuilder(space.input());
    CellBody body = bodies.apply(builder);
    Value beforeLast = builder.within("stem", () -> stem(builder));
    Value last = beforeLast;
    int channels = space.settings().channels();
    for (int cell = 0; cell < space.settings().cells(); cell++) {
      boolean reduces = CellSpace.reduces(cell, space.settings().cells());
      channels = reduces ? 2 * channels : channels;
      CellType type = reduces ? CellType.REDUCTION : CellType.NORMAL;
      Value output = cell(builder, cell, body, type, List.of(beforeLast, last), channels);
      beforeLast = last;
      last = output;
    }
    Value pooled = builder.globalAveragePooling(last);
    return builder.build(
        builder.within("classifier", () -> builder.dense(pooled, space.classes())));
  }

  private Value stem(NetworkBuilder builder) {
    CellSpaceSettings settings = space.settings();
    int channels = settings.stemMultiplier() * settings.channels();
    Value convolved =
        Blocks.convolution(builder, builder.input(), channels, STEM_KERNEL, settings.stemStride());
    return Blocks.normalised(builder, convolved, true);
  }

  private Value cell(
      NetworkBuilder builder,
      int index,
      CellBody body,
      CellType type,
      List<Value> inputs,
      int channels) {
    return builder.within(
        "cells." + index,
        () -> {
          Value recent = inputs.get(1);
          Value first =
              builder.within("preprocess_0", () -> match(builder, inputs.get(0), recent, channels));
          Value second =
              builder.within(
                  "preprocess_1", () -> Blocks.pointwise(builder, recent, channels, form.affine()));
          return body.build(builder, type, List.of(first, second), channels);
        });
  }

  /** Brings the older input to the size of the more recent one. */
  private Value match(NetworkBuilder builder, Value older, Value recent, int channels) {
    return older.shape().height() == recent.shape().height()
        ? Blocks.pointwise(builder, older, channels, form.affine())
        : Blocks.factorisedReduction(builder, older, channels, form.affine());
  }
}
