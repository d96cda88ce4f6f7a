package org.simplexity.space;

import java.util.List;
import org.simplexity.kernel.NetworkBuilder;
import org.simplexity.kernel.Value;
import org.simplexity.kernel.graph.BatchNormalisation;
import org.simplexity.kernel.graph.Convolution;
import org.simplexity.kernel.graph.DepthwiseConvolution;
import org.simplexity.kernel.graph.Window;

/** The pieces of which operations and cell preprocessing are made, padded to keep ⌈size/stride⌉. */
final class Blocks {
  private Blocks() {}

  static Value convolution(
      NetworkBuilder builder, Value input, int channels, int kernel, int stride) {
    return builder.convolution(
        input, Convolution.of(channels, Window.centred(kernel).withStride(stride)));
  }

  static Value depthwise(NetworkBuilder builder, Value input, int kernel, int stride) {
    return builder.depthwiseConvolution(
        input, new DepthwiseConvolution(Window.centred(kernel).withStride(stride)));
  }

  static Value normalised(NetworkBuilder builder, Value input, boolean affine) {
    BatchNormalisation settings = BatchNormalisation.defaults();
    return builder.batchNormalisation(input, affine ? settings : settings.withoutAffine());
  }

  /** ReLU, 1×1 convolution, normalisation. */
  static Value pointwise(NetworkBuilder builder, Value input, int channels, boolean affine) {
    Value mixed = convolution(builder, builder.relu(input), channels, 1, 1);
    return normalised(builder, mixed, affine);
  }

  /**
   * ReLU, then two 1×1 convolutions of stride 2, the second shifted by one pixel, side by side,
   * then normalisation. At odd sizes the shifted half reads zeros beyond the edge.
   */
  static Value factorisedReduction(
      NetworkBuilder builder, Value input, int channels, boolean affine) {
    Value active = builder.relu(input);
    Value even = half(builder, "even", active, 0, channels / 2);
    Value odd = half(builder, "odd", active, 1, channels - channels / 2);
    return normalised(builder, builder.concatenation(List.of(even, odd)), affine);
  }

  private static Value half(
      NetworkBuilder builder, String scope, Value input, int offset, int channels) {
    return builder.within(
        scope,
        () -> convolution(builder, builder.subsample(input, 2, offset, offset), channels, 1, 1));
  }
}
