package org.simplexity.kernel.execution.onednn;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.simplexity.kernel.execution.BatchMoments;
import org.simplexity.kernel.execution.Kernel;

/** y = (x − μ) · scale + shift with known moments, and the sums its gradient needs. */
final class NormalisationKernel implements Kernel {
  private final Site site;
  private final BatchMoments moments;
  private final int tile;

  NormalisationKernel(Site site) {
    this.site = site;
    this.moments = site.moments();
    this.tile = Tiles.length(site.shape().channels());
  }

  @Override
  public void forward(int chunk) {
    Tiles tiles = site.tiles(chunk);
    float[] x = tiles.get(0);
    Loops.repeat(moments.means(), tiles.get(1), tile);
    Loops.repeat(moments.scales(), tiles.get(2), tile);
    Loops.repeat(moments.shifts(), tiles.get(3), tile);
    FloatBuffer in = site.in(chunk).buffer();
    FloatBuffer out = site.out(chunk).buffer();
    for (int at = 0; at < in.capacity(); at += tile) {
      int n = Math.min(tile, in.capacity() - at);
      in.get(at, x, 0, n);
      Loops.normalise(x, tiles.get(1), tiles.get(2), tiles.get(3), x, n);
      out.put(at, x, 0, n);
    }
  }

  @Override
  public void backward(int chunk) {
    Tiles tiles = site.tiles(chunk);
    Loops.repeat(moments.means(), tiles.get(2), tile);
    Arrays.fill(tiles.get(3), 0, tile, 0f);
    Arrays.fill(tiles.get(4), 0, tile, 0f);
    FloatBuffer in = site.in(chunk).buffer();
    FloatBuffer dy = site.outGradient(chunk).buffer();
    for (int at = 0; at < in.capacity(); at += tile) {
      int n = Math.min(tile, in.capacity() - at);
      dy.get(at, tiles.get(0), 0, n);
      in.get(at, tiles.get(1), 0, n);
      Loops.addGradients(tiles.get(0), tiles.get(1), tiles.get(2), tiles.get(3), tiles.get(4), n);
    }
    Loops.sumByChannel(tiles.get(3), tile, moments.chunkGradient(chunk));
    Loops.sumByChannel(tiles.get(4), tile, moments.chunkProduct(chunk));
  }

  @Override
  public void combineBackward() {
    moments.combineBackward();
  }
}
