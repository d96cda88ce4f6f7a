package org.simplexity.kernel.execution.onednn;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.simplexity.kernel.FlatVector;
import org.simplexity.kernel.Slice;
import org.simplexity.kernel.execution.GradientUse;
import org.simplexity.kernel.execution.Kernel;
import org.simplexity.kernel.graph.Operation;

/** y = Σ_k c_k x_k with c = γ or 1; ∂c_k = ⟨g, x_k⟩. Zero candidates are skipped. */
final class LinearKernel implements Kernel {
  private static final int TILE = Tiles.length(1);

  private final Site site;
  private final @Nullable Slice structure;
  private final int[] terms;
  private final double[][] products;

  LinearKernel(Site site, @Nullable Slice structure) {
    this.site = site;
    this.structure = structure;
    int[] all = new int[site.inputs().size()];
    int count = 0;
    for (int k = 0; k < all.length; k++) {
      if (!(site.inputs().get(k).operation() instanceof Operation.Zero)) {
        all[count++] = k;
      }
    }
    this.terms = Arrays.copyOf(all, count);
    this.products = new double[site.chunks().count()][all.length];
  }

  @Override
  public void forward(int chunk) {
    float[] x = site.tiles(chunk).get(0);
    float[] y = site.tiles(chunk).get(1);
    FloatBuffer out = site.out(chunk).buffer();
    for (int at = 0; at < out.capacity(); at += TILE) {
      int n = Math.min(TILE, out.capacity() - at);
      Arrays.fill(y, 0, n, 0f);
      for (int k : terms) {
        data(k, chunk).get(at, x, 0, n);
        Loops.addScaled(coefficient(k), x, y, n);
      }
      out.put(at, y, 0, n);
    }
  }

  @Override
  public void backward(int chunk) {
    boolean sums = structure != null && site.pass().target().structure();
    Tiles tiles = site.tiles(chunk);
    float[] g = tiles.get(0);
    for (int k = 0; k < products[chunk].length && sums; k++) {
      Arrays.fill(tiles.sum(k), 0, TILE, 0f);
    }
    FloatBuffer dy = site.outGradient(chunk).buffer();
    for (int at = 0; at < dy.capacity(); at += TILE) {
      int n = Math.min(TILE, dy.capacity() - at);
      dy.get(at, g, 0, n);
      for (int k : terms) {
        if (sums) {
          data(k, chunk).get(at, tiles.get(1), 0, n);
          Loops.addProducts(g, tiles.get(1), tiles.sum(k), n);
        }
        contribute(k, chunk, at, n);
      }
    }
    for (int k = 0; k < products[chunk].length && sums; k++) {
      products[chunk][k] = Loops.sum(tiles.sum(k), TILE);
    }
  }

  private void contribute(int k, int chunk, int at, int n) {
    GradientUse use = site.task().uses().get(k);
    if (use != GradientUse.NONE) {
      Tiles tiles = site.tiles(chunk);
      Loops.scale(coefficient(k), tiles.get(0), tiles.get(1), n);
      FloatBuffer dx = site.inGradient(k, chunk).buffer();
      Contribution.put(use, tiles.get(1), dx, at, tiles.get(2), n);
    }
  }

  @Override
  public void finish() {
    if (structure != null && site.pass().target().structure()) {
      FlatVector gradients = site.vectors().structureGradients();
      for (int k : terms) {
        double sum = 0;
        for (double[] chunk : products) {
          sum += chunk[k];
        }
        int index = structure.offset() + k;
        gradients.set(index, gradients.get(index) + sum);
      }
    }
  }

  private FloatBuffer data(int k, int chunk) {
    return site.in(k, chunk).buffer();
  }

  private float coefficient(int k) {
    return structure == null ? 1f : (float) site.vectors().structure().get(structure.offset() + k);
  }
}
