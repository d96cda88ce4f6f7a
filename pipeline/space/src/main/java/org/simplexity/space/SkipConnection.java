package org.simplexity.space;

import org.simplexity.kernel.NetworkBuilder;
import org.simplexity.kernel.Value;

/** {@code skip_connect}: the identity, or a factorised reduction where the stride is 2. */
final class SkipConnection implements Operation {
  static final String NAME = "skip_connect";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Value build(NetworkBuilder builder, Value input, Site site) {
    return site.stride() == 1
        ? input
        : Blocks.factorisedReduction(builder, input, site.channels(), site.form().affine());
  }
}
