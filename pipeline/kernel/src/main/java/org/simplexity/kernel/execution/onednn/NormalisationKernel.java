package org.simplexity.kernel.execution.onednn;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.simplexity.kernel.FlatVector;
import org.simplexity.kernel.execution.BatchMoments;
import org.simplexity.kernel.execution.Kernel;

/**
 * y = (x − μ) · scale + shift with known moments, and the sums its gradient needs.
 *
 * <p>A {@linkplain Fusion#isLazy lazy} value is not written. Under a mixture, ∂γ follows from the
 * same sums: ⟨g, y⟩ = scale Σ g (x − μ) + shift Σ g.
 */
final class NormalisationKernel implements Kernel {
  private final Site site;
  private final BatchMoments moments;
  private final Incoming incoming;
  private final boolean lazy;
  private final int tile;

  NormalisationKernel(Site site) {
    this.site = site;
    this.moments = site.moments();
    this.incoming = new Incoming(site);
    this.lazy = site.fusion().isLazy(site.value());
    this.tile = Tiles.length(site.shape().channels());
  }

  @Override
  public void forward(int chunk) {
    if (lazy) {
      return;
    }
    Tiles tiles = site.tiles(chunk);
    float[] x = tiles.get(0);
    FloatBuffer in = site.in(chunk).buffer();
    FloatBuffer out = site.out(chunk).buffer();
    Coefficients.load(moments, tiles, Math.min(tile, in.capacity()));
    for (int at = 0; at < in.capacity(); at += tile) {
      int n = Math.min(tile, in.capacity() - at);
      in.get(at, x, 0, n);
      Loops.normalise(x, Coefficients.m(tiles), Coefficients.s(tiles), Coefficients.t(tiles), x, n);
      out.put(at, x, 0, n);
    }
  }

  @Override
  public void backward(int chunk) {
    if (!site.isDifferentiable() || !moments.fromBatch()) {
      return;
    }
    Tiles tiles = site.tiles(chunk);
    float[] g = tiles.get(0);
    float[] x = tiles.get(1);
    float[] sums = tiles.get(2);
    float[] products = tiles.get(3);
    FloatBuffer in = site.in(chunk).buffer();
    Coefficients.load(moments, tiles, Math.min(tile, in.capacity()));
    float[] m = Coefficients.m(tiles);
    Arrays.fill(sums, 0, tile, 0f);
    Arrays.fill(products, 0, tile, 0f);
    for (int at = 0; at < in.capacity(); at += tile) {
      int n = Math.min(tile, in.capacity() - at);
      in.get(at, x, 0, n);
      incoming.load(chunk, at, n, g, x, m, Coefficients.s(tiles), Coefficients.t(tiles));
      Loops.addGradients(g, x, m, sums, products, n);
    }
    Loops.sumByChannel(sums, tile, moments.chunkGradient(chunk));
    Loops.sumByChannel(products, tile, moments.chunkProduct(chunk));
  }

  @Override
  public void combineBackward() {
    if (!site.isDifferentiable()) {
      return;
    }
    moments.combineBackward(incoming.factor());
  }

  @Override
  public void finish() {
    int index = incoming.structureIndex();
    if (index >= 0 && site.pass().wantsStructure()) {
      FlatVector gradients = site.vectors().structureGradients();
      gradients.set(index, gradients.get(index) + moments.outputProduct());
    }
  }
}
