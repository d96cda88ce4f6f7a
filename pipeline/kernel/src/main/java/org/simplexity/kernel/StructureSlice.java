package org.simplexity.kernel;

/**
 * Coordinates of the flat structure vector γ that weigh the candidates of mixtures.
 *
 * <p>Several mixtures may read the same coordinates (all normal cells share theirs); their
 * gradients add up.
 */
public final class StructureSlice {
  private final Slice slice;

  StructureSlice(Slice slice) {
    this.slice = slice;
  }

  /** Where the coordinates lie in γ. */
  public Slice slice() {
    return slice;
  }

  /** Number of coordinates. */
  public int length() {
    return slice.length();
  }
}
