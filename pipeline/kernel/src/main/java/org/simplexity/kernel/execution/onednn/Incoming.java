package org.simplexity.kernel.execution.onednn;

import org.jspecify.annotations.Nullable;
import org.simplexity.kernel.Slice;
import org.simplexity.kernel.Value;
import org.simplexity.kernel.graph.Operation;

/**
 * The gradient of a normalised value, but for a factor: its own, or that of its only reader.
 *
 * <p>Under a mixture it is the mixture's gradient times γ; under a rectifier it is the rectifier's
 * gradient where the normalised value is positive.
 */
final class Incoming {
  private final Site site;
  private final boolean masked;
  private final @Nullable Slice structure;
  private final int coordinate;

  Incoming(Site site) {
    this.site = site;
    Value value = site.value();
    this.masked = site.fusion().lender(value, Operation.Rectify.class) != null;
    Value mixture = site.fusion().lender(value, Operation.Mix.class);
    this.structure = mixture == null ? null : ((Operation.Mix) mixture.operation()).structure();
    this.coordinate = mixture == null ? -1 : mixture.inputs().indexOf(value);
  }

  /** Whether {@link #load} needs the normalisation's coefficients. */
  boolean masked() {
    return masked;
  }

  /** γ of the only mixture that reads the value, or 1. */
  double factor() {
    return structure == null ? 1 : site.vectors().structure().get(structure.offset() + coordinate);
  }

  /** Where ⟨g, y⟩ belongs in the gradient of γ, or −1. */
  int structureIndex() {
    return structure == null ? -1 : structure.offset() + coordinate;
  }

  /**
   * Loads a tile of the gradient without its factor.
   *
   * @param x the same tile of what is normalised
   * @param m means, repeated over a tile; {@code s} and {@code t} scales and shifts
   */
  void load(int chunk, int at, int n, float[] g, float[] x, float[] m, float[] s, float[] t) {
    site.outGradient(chunk).buffer().get(at, g, 0, n);
    if (masked) {
      Loops.maskNormalised(g, x, m, s, t, n);
    }
  }
}
