package org.simplexity.kernel.execution.onednn;

import java.nio.FloatBuffer;
import org.jspecify.annotations.Nullable;
import org.simplexity.kernel.Value;
import org.simplexity.kernel.execution.BatchMoments;
import org.simplexity.kernel.execution.GradientUse;
import org.simplexity.kernel.execution.Kernel;

/**
 * y = max(x, 0); the gradient passes where x is positive.
 *
 * <p>A {@linkplain Fusion#isLazy lazy} x is normalised here. If nothing else reads it, it takes its
 * gradient from this value's, and nothing remains to be done backwards.
 */
final class RectifyKernel implements Kernel {
  private final Site site;
  private final @Nullable BatchMoments lazy;
  private final Tensor[] source;
  private final boolean lends;
  private final int tile;

  RectifyKernel(Site site) {
    this.site = site;
    Value input = site.inputs().get(0);
    boolean normalises = site.fusion().isLazy(input);
    this.lazy = normalises ? site.moments(input) : null;
    this.source = site.data(normalises ? input.inputs().get(0) : input);
    this.lends = site.fusion().gradientOwner(input) == site.fusion().gradientOwner(site.value());
    this.tile = Tiles.length(site.shape().channels());
  }

  @Override
  public void forward(int chunk) {
    Tiles tiles = site.tiles(chunk);
    float[] y = tiles.get(0);
    FloatBuffer to = site.out(chunk).buffer();
    prepare(chunk);
    for (int at = 0; at < to.capacity(); at += tile) {
      int n = Math.min(tile, to.capacity() - at);
      load(chunk, at, n, y);
      to.put(at, y, 0, n);
    }
  }

  private void prepare(int chunk) {
    if (lazy != null) {
      Coefficients.load(lazy, site.tiles(chunk), Math.min(tile, source[chunk].length()));
    }
  }

  /** A tile of the value. */
  private void load(int chunk, int at, int n, float[] y) {
    source[chunk].buffer().get(at, y, 0, n);
    if (lazy == null) {
      Loops.rectify(y, y, n);
    } else {
      Tiles t = site.tiles(chunk);
      Loops.rectifyNormalised(y, Coefficients.m(t), Coefficients.s(t), Coefficients.t(t), y, n);
    }
  }

  @Override
  public void backward(int chunk) {
    if (site.use() == GradientUse.NONE || lends) {
      return;
    }
    float[] g = site.tiles(chunk).get(0);
    float[] other = site.tiles(chunk).get(1);
    FloatBuffer dy = site.outGradient(chunk).buffer();
    FloatBuffer dx = site.inGradient(chunk).buffer();
    prepare(chunk);
    for (int at = 0; at < dy.capacity(); at += tile) {
      int n = Math.min(tile, dy.capacity() - at);
      dy.get(at, g, 0, n);
      load(chunk, at, n, other);
      Loops.mask(g, other, n);
      Contribution.put(site.use(), g, dx, at, other, n);
    }
  }
}
