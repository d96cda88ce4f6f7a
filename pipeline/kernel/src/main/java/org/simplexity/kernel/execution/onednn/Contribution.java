package org.simplexity.kernel.execution.onednn;

import java.nio.FloatBuffer;
import org.bytedeco.dnnl.memory;
import org.simplexity.kernel.execution.GradientUse;

/** Writes a tile of a gradient, or adds it to earlier contributions. */
final class Contribution {
  private Contribution() {}

  /** Puts {@code tile} at {@code at}; {@code spare} is overwritten. */
  static void put(GradientUse use, float[] tile, FloatBuffer to, int at, float[] spare, int n) {
    if (use == GradientUse.ADD) {
      to.get(at, spare, 0, n);
      Loops.add(spare, tile, n);
    }
    to.put(at, tile, 0, n);
  }

  /**
   * Where a primitive writes the gradient of its input: in place, or aside if it is to be added.
   */
  static memory target(Site site, memory.desc descriptor, int chunk) {
    return site.use() == GradientUse.SET
        ? site.engine().memory(descriptor, site.inGradient(chunk))
        : site.context(chunk).contribution().reserve(site.engine().unbound(descriptor));
  }

  /** Adds what a primitive has written aside. */
  static void settle(Site site, int chunk) {
    if (site.use() == GradientUse.ADD) {
      FloatBuffer from = site.context(chunk).contribution().tensor().buffer();
      add(from, site.inGradient(chunk).buffer(), site.tiles(chunk));
    }
  }

  /** Adds the first numbers of one buffer to all of another. */
  private static void add(FloatBuffer from, FloatBuffer to, Tiles tiles) {
    float[] tile = tiles.get(0);
    float[] spare = tiles.get(1);
    int length = Tiles.length(1);
    for (int at = 0; at < to.capacity(); at += length) {
      int n = Math.min(length, to.capacity() - at);
      from.get(at, tile, 0, n);
      put(GradientUse.ADD, tile, to, at, spare, n);
    }
  }
}
