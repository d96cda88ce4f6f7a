package org.simplexity.space;

import org.simplexity.kernel.NetworkBuilder;
import org.simplexity.kernel.Value;

/**
 * {@code sep_conv_3x3} and {@code sep_conv_5x5}: ReLU, depthwise, pointwise convolution and
 * normalisation, applied twice; the first of the two carries the stride (Liu et al. 2019, §3.1.1).
 */
final class SeparableConvolution implements Operation {
  private final int kernel;

  SeparableConvolution(int kernel) {
    this.kernel = kernel;
  }

  @Override
  public String name() {
    return "sep_conv_" + kernel + "x" + kernel;
  }

  @Override
  public Value build(NetworkBuilder builder, Value input, Site site) {
    Value first = unit(builder, "first", input, site.stride(), site);
    return unit(builder, "second", first, 1, site);
  }

  private Value unit(NetworkBuilder builder, String scope, Value input, int stride, Site site) {
    return builder.within(
        scope,
        () -> {
          Value active = builder.relu(input);
          Value filtered = Blocks.depthwise(builder, active, kernel, stride);
          Value mixed = Blocks.convolution(builder, filtered, site.channels(), 1, 1);
          return Blocks.normalised(builder, mixed, site.form().affine());
        });
  }
}
