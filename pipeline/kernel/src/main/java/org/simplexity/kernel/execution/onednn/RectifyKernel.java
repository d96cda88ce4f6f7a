package org.simplexity.kernel.execution.onednn;

import java.nio.FloatBuffer;
import org.simplexity.kernel.execution.GradientUse;
import org.simplexity.kernel.execution.Kernel;

/** y = max(x, 0); the gradient passes where y is positive. */
record RectifyKernel(Site site) implements Kernel {
  private static final int TILE = Tiles.length(1);

  @Override
  public void forward(int chunk) {
    float[] tile = site.tiles(chunk).get(0);
    FloatBuffer x = site.in(chunk).buffer();
    FloatBuffer y = site.out(chunk).buffer();
    for (int at = 0; at < x.capacity(); at += TILE) {
      int n = Math.min(TILE, x.capacity() - at);
      x.get(at, tile, 0, n);
      Loops.rectify(tile, tile, n);
      y.put(at, tile, 0, n);
    }
  }

  @Override
  public void backward(int chunk) {
    if (site.use() == GradientUse.NONE) {
      return;
    }
    float[] g = site.tiles(chunk).get(0);
    float[] other = site.tiles(chunk).get(1);
    FloatBuffer y = site.out(chunk).buffer();
    FloatBuffer dy = site.outGradient(chunk).buffer();
    FloatBuffer dx = site.inGradient(chunk).buffer();
    for (int at = 0; at < y.capacity(); at += TILE) {
      int n = Math.min(TILE, y.capacity() - at);
      dy.get(at, g, 0, n);
      y.get(at, other, 0, n);
      Loops.mask(g, other, n);
      Contribution.put(site.use(), g, dx, at, other, n);
    }
  }
}
