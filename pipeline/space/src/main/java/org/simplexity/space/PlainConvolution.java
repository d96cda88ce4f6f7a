package org.simplexity.space;

import org.simplexity.kernel.NetworkBuilder;
import org.simplexity.kernel.Value;

/** {@code conv_1x1} and {@code conv_3x3}: ReLU, convolution, normalisation. */
final class PlainConvolution implements Operation {
  private final int kernel;

  PlainConvolution(int kernel) {
    this.kernel = kernel;
  }

  @Override
  public String name() {
    return "conv_" + kernel + "x" + kernel;
  }

  @Override
  public Value build(NetworkBuilder builder, Value input, Site site) {
    Value mixed =
        Blocks.convolution(builder, builder.relu(input), site.channels(), kernel, site.stride());
    return Blocks.normalised(builder, mixed, site.form().affine());
  }
}
