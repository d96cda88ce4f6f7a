package org.simplexity.cli;

import org.jspecify.annotations.Nullable;
import org.simplexity.kernel.Shape;

/**
 * The size that a network is described at; null is the default of its kind.
 *
 * @param channels channels of the first cell's nodes
 * @param cells cells in all, or in each stage of NAS-Bench-201's skeleton
 * @param nodes intermediate nodes of a cell, or all nodes of NAS-Bench-201's
 * @param stemMultiplier channels of DARTS's stem as a multiple
 * @param classes number of classes
 * @param input shape of one image
 */
record Dimensions(
    @Nullable Integer channels,
    @Nullable Integer cells,
    @Nullable Integer nodes,
    @Nullable Integer stemMultiplier,
    int classes,
    Shape input) {
  private static final int MOST_CELLS = 100;
  private static final int MOST_NODES = 20;
  private static final int MOST_CHANNELS = 4096;
  private static final int MOST_STEM = 16;
  private static final int MOST_CLASSES = 1_000_000;
  private static final int LARGEST_SIDE = 4096;

  Dimensions {
    check("channels", channels, 1, MOST_CHANNELS);
    check("cells", cells, 1, MOST_CELLS);
    check("nodes", nodes, 1, MOST_NODES);
    check("stem-multiplier", stemMultiplier, 1, MOST_STEM);
    check("classes", classes, 2, MOST_CLASSES);
    check("input (channels)", input.channels(), 1, MOST_CHANNELS);
    check("input (height)", input.height(), 1, LARGEST_SIDE);
    check("input (width)", input.width(), 1, LARGEST_SIDE);
  }

  private static void check(String name, @Nullable Integer value, int least, int most) {
    if (value != null && (value < least || value > most)) {
      throw new IllegalArgumentException(
          "--%s: %d does not lie in %d..%d".formatted(name, value, least, most));
    }
  }

  /** A given number, or else the default. */
  static int or(@Nullable Integer given, int standard) {
    return given == null ? standard : given;
  }
}
