package org.simplexity.space;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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
  private final double auxiliaryWeight;
  private final List<Part> parts = new ArrayList<>();

  CellNetwork(CellSpace space, Form form, double auxiliaryWeight) {
    this.space = space;
    this.form = form;
    this.auxiliaryWeight = auxiliaryWeight;
  }

  Blueprint build(Function<NetworkBuilder, CellBody> bodies) {
    NetworkBuilder builder = new NetworkBuilder(space.input());
    CellBody body = bodies.apply(builder);
    List<Value> outputs = new ArrayList<>();
    outputs.add(builder.within("stem", () -> stem(builder)));
    parts.add(new Part("stem", "stem", outputs.get(0).shape()));
    outputs.add(outputs.get(0));
    int channels = space.settings().channels();
    for (int cell = 0; cell < space.settings().cells(); cell++) {
      CellType type = type(cell);
      channels = type == CellType.REDUCTION ? 2 * channels : channels;
      Value output = cell(builder, cell, body, type, outputs.subList(cell, cell + 2), channels);
      parts.add(new Part("cells." + cell, type.label() + " cell", output.shape()));
      outputs.add(output);
    }
    return finish(builder, outputs.subList(2, outputs.size()));
  }

  private CellType type(int cell) {
    return CellSpace.reduces(cell, space.settings().cells()) ? CellType.REDUCTION : CellType.NORMAL;
  }

  private Blueprint finish(NetworkBuilder builder, List<Value> cells) {
    Value pooled = builder.globalAveragePooling(cells.get(cells.size() - 1));
    Value logits = builder.within("classifier", () -> builder.dense(pooled, space.classes()));
    parts.add(new Part("classifier", "classifier", logits.shape()));
    if (auxiliaryWeight == 0) {
      return new Blueprint(builder.build(logits), parts);
    }
    if (type(2 * cells.size() / 3) != CellType.REDUCTION) {
      throw new IllegalArgumentException(
          "auxiliary head: cells %d leaves no second reduction cell to put it on"
              .formatted(cells.size()));
    }
    Value auxiliary =
        AuxiliaryHead.build(builder, cells.get(2 * cells.size() / 3), space.classes());
    return new Blueprint(builder.build(logits, auxiliary, auxiliaryWeight), parts);
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
