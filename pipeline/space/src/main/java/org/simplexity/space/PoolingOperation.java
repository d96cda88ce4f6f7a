package org.simplexity.space;

import org.simplexity.kernel.NetworkBuilder;
import org.simplexity.kernel.Value;
import org.simplexity.kernel.graph.Pooling;
import org.simplexity.kernel.graph.Window;

/** {@code max_pool_3x3} and {@code avg_pool_3x3}; padding is not counted in averages. */
final class PoolingOperation implements Operation {
  private static final int WINDOW = 3;

  /** What is taken of a window. */
  enum Kind {
    MAX("max_pool_3x3"),
    AVERAGE("avg_pool_3x3");

    private final String label;

    Kind(String label) {
      this.label = label;
    }
  }

  private final Kind kind;

  PoolingOperation(Kind kind) {
    this.kind = kind;
  }

  @Override
  public String name() {
    return kind.label;
  }

  @Override
  public Value build(NetworkBuilder builder, Value input, Site site) {
    Pooling spec = new Pooling(Window.centred(WINDOW).withStride(site.stride()));
    Value pooled =
        kind == Kind.MAX ? builder.maxPooling(input, spec) : builder.averagePooling(input, spec);
    return site.form().normalisedPools()
        ? Blocks.normalised(builder, pooled, site.form().affine())
        : pooled;
  }
}
