package org.simplexity.space;

import org.simplexity.kernel.NetworkBuilder;
import org.simplexity.kernel.Value;
import org.simplexity.kernel.graph.DepthwiseConvolution;
import org.simplexity.kernel.graph.Window;

/**
 * {@code dil_conv_3x3} and {@code dil_conv_5x5}: ReLU, depthwise convolution of dilation 2 padded
 * by 2 (k − 1) / 2 pixels, pointwise convolution and normalisation, applied once (Liu et al. 2019,
 * §3.1.1).
 */
final class DilatedConvolution implements Operation {
  private static final int DILATION = 2;

  private final int kernel;

  DilatedConvolution(int kernel) {
    this.kernel = kernel;
  }

  @Override
  public String name() {
    return "dil_conv_" + kernel + "x" + kernel;
  }

  @Override
  public Value build(NetworkBuilder builder, Value input, Site site) {
    Window window = Window.square(kernel).withDilation(DILATION).withStride(site.stride());
    Value filtered =
        builder.depthwiseConvolution(
            builder.relu(input),
            new DepthwiseConvolution(window.withPadding(DILATION * (kernel - 1) / 2)));
    Value mixed = Blocks.convolution(builder, filtered, site.channels(), 1, 1);
    return Blocks.normalised(builder, mixed, site.form().affine());
  }
}
