package org.simplexity.kernel.execution.onednn;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.simplexity.kernel.execution.BatchMoments;
import org.simplexity.kernel.execution.GradientUse;
import org.simplexity.kernel.execution.Kernel;

/**
 * Sums over the batch before a normalisation, and the gradient through them.
 *
 * <p>One pass over the values, shifted by the mean of their first tile so that a mean far from 0
 * costs no digits.
 */
final class StatisticsKernel implements Kernel {
  private final Site site;
  private final BatchMoments moments;
  private final Incoming incoming;
  private final int channels;
  private final int tile;

  StatisticsKernel(Site site) {
    this.site = site;
    this.moments = site.moments();
    this.incoming = new Incoming(site);
    this.channels = site.shape().channels();
    this.tile = Tiles.length(channels);
  }

  @Override
  public void forward(int chunk) {
    if (!moments.fromBatch()) {
      return;
    }
    Tiles tiles = site.tiles(chunk);
    FloatBuffer x = site.in(chunk).buffer();
    double[] mean = moments.chunkMean(chunk);
    firstTileMean(x, tiles, mean);
    float[] sums = tiles.get(2);
    float[] squares = tiles.get(3);
    Arrays.fill(sums, 0, tile, 0f);
    Arrays.fill(squares, 0, tile, 0f);
    for (int at = 0; at < x.capacity(); at += tile) {
      int n = Math.min(tile, x.capacity() - at);
      x.get(at, tiles.get(0), 0, n);
      Loops.addMoments(tiles.get(0), tiles.get(1), sums, squares, n);
    }
    unshift(chunk, tiles, (double) x.capacity() / channels);
  }

  /** Leaves the shift in {@code mean} and repeated in the second tile. */
  private void firstTileMean(FloatBuffer x, Tiles tiles, double[] mean) {
    int n = Math.min(tile, x.capacity());
    x.get(0, tiles.get(0), 0, n);
    Loops.sumByChannel(tiles.get(0), n, mean);
    for (int c = 0; c < channels; c++) {
      mean[c] = (float) (mean[c] * channels / n);
    }
    Loops.repeat(mean, tiles.get(1), tile);
  }

  private void unshift(int chunk, Tiles tiles, double n) {
    double[] mean = moments.chunkMean(chunk);
    double[] squares = moments.chunkSquares(chunk);
    double[] sums = moments.chunkGradient(chunk);
    Loops.sumByChannel(tiles.get(2), tile, sums);
    Loops.sumByChannel(tiles.get(3), tile, squares);
    for (int c = 0; c < channels; c++) {
      mean[c] += sums[c] / n;
      squares[c] = Math.max(0, squares[c] - sums[c] * sums[c] / n);
    }
  }

  @Override
  public void combineForward() {
    moments.combineForward();
  }

  @Override
  public void backward(int chunk) {
    if (site.use() == GradientUse.NONE) {
      return;
    }
    Tiles tiles = site.tiles(chunk);
    float[] g = tiles.get(0);
    float[] x = tiles.get(1);
    FloatBuffer in = site.in(chunk).buffer();
    FloatBuffer dx = site.inGradient(chunk).buffer();
    int most = Math.min(tile, in.capacity());
    Coefficients.load(moments, tiles, most);
    float[] m = Coefficients.m(tiles);
    float factor = (float) incoming.factor();
    Loops.repeat(moments.scales(), tiles.get(3), most);
    Loops.scale(factor, tiles.get(3), tiles.get(3), most);
    Loops.repeat(moments.backwardSlopes(), tiles.get(4), most);
    Loops.repeat(moments.backwardShifts(), tiles.get(5), most);
    for (int at = 0; at < in.capacity(); at += tile) {
      int n = Math.min(tile, in.capacity() - at);
      in.get(at, x, 0, n);
      incoming.load(chunk, at, n, g, x, m, Coefficients.s(tiles), Coefficients.t(tiles));
      Loops.denormalise(g, x, m, tiles.get(3), tiles.get(4), tiles.get(5), n);
      Contribution.put(site.use(), g, dx, at, x, n);
    }
  }
}
