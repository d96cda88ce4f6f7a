package org.simplexity.space;

import org.simplexity.kernel.NetworkBuilder;
import org.simplexity.kernel.Shape;
import org.simplexity.kernel.Value;
import org.simplexity.kernel.graph.Convolution;
import org.simplexity.kernel.graph.Pooling;
import org.simplexity.kernel.graph.Window;

/**
 * The auxiliary head of DARTS: ReLU, average pooling 5×5 to 2×2, 1×1 convolution to 128 channels,
 * normalisation, ReLU, 2×2 convolution to 768 channels, normalisation, ReLU, dense layer.
 *
 * <p>The pooling's stride is n − 5 for an n × n input: 3 for 8 × 8 as in the network for CIFAR, 2
 * for 7 × 7 as in that for ImageNet.
 */
final class AuxiliaryHead {
  /** What the names of its weights begin with. */
  static final String SCOPE = "auxiliary";

  private static final int POOL = 5;
  private static final int MIDDLE_CHANNELS = 128;
  private static final int LAST_CHANNELS = 768;

  private AuxiliaryHead() {}

  /** Whether a head fits on a value of that shape. */
  static boolean fits(Shape shape) {
    return shape.height() == shape.width() && shape.height() > POOL;
  }

  /** Appends the head and returns its logits. */
  static Value build(NetworkBuilder builder, Value cell, int classes) {
    if (!fits(cell.shape())) {
      throw new IllegalArgumentException(
          ("auxiliary head: the output %s of the second reduction cell must be a square of at least"
                  + " %dx%d pixels, which is pooled to 2x2; take larger images or no auxiliary head")
              .formatted(cell.shape(), POOL + 1, POOL + 1));
    }
    return builder.within(SCOPE, () -> head(builder, cell, classes));
  }

  private static Value head(NetworkBuilder builder, Value cell, int classes) {
    int stride = cell.shape().height() - POOL;
    Pooling pooling = new Pooling(Window.square(POOL).withStride(stride));
    Value pooled = builder.averagePooling(builder.relu(cell), pooling);
    Value middle =
        Blocks.normalised(
            builder, Blocks.convolution(builder, pooled, MIDDLE_CHANNELS, 1, 1), true);
    Value last =
        builder.convolution(builder.relu(middle), Convolution.of(LAST_CHANNELS, Window.square(2)));
    return builder.dense(builder.relu(Blocks.normalised(builder, last, true)), classes);
  }
}
