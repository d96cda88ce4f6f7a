package org.simplexity.space;

import org.simplexity.kernel.NetworkBuilder;
import org.simplexity.kernel.Value;

/** {@code none}: the zero function, which lets a search weaken an edge. */
final class NoOperation implements Operation {
  static final String NAME = "none";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Value build(NetworkBuilder builder, Value input, Site site) {
    return builder.zero(input, site.stride());
  }
}
