package org.simplexity.kernel.execution.onednn;

import java.nio.FloatBuffer;
import org.simplexity.kernel.execution.GradientUse;
import org.simplexity.kernel.execution.Kernel;
import org.simplexity.kernel.graph.Operation;

/** y = f x with a factor an example; dx = f g. */
record DropPathKernel(Site site, Operation.DropPath operation) implements Kernel {
  private static final int TILE = Tiles.length(1);

  @Override
  public void forward(int chunk) {
    float[] tile = site.tiles(chunk).get(0);
    FloatBuffer x = site.in(chunk).buffer();
    FloatBuffer y = site.out(chunk).buffer();
    int size = size(chunk, x);
    for (int example = 0; example * size < x.capacity(); example++) {
      float factor = factor(chunk, example);
      for (int at = example * size; at < (example + 1) * size; at += TILE) {
        int n = Math.min(TILE, (example + 1) * size - at);
        x.get(at, tile, 0, n);
        Loops.scale(factor, tile, tile, n);
        y.put(at, tile, 0, n);
      }
    }
  }

  @Override
  public void backward(int chunk) {
    if (site.use() == GradientUse.NONE) {
      return;
    }
    float[] tile = site.tiles(chunk).get(0);
    float[] spare = site.tiles(chunk).get(1);
    FloatBuffer dy = site.outGradient(chunk).buffer();
    FloatBuffer dx = site.inGradient(chunk).buffer();
    int size = size(chunk, dy);
    for (int example = 0; example * size < dy.capacity(); example++) {
      float factor = factor(chunk, example);
      for (int at = example * size; at < (example + 1) * size; at += TILE) {
        int n = Math.min(TILE, (example + 1) * size - at);
        dy.get(at, tile, 0, n);
        Loops.scale(factor, tile, tile, n);
        Contribution.put(site.use(), tile, dx, at, spare, n);
      }
    }
  }

  private int size(int chunk, FloatBuffer numbers) {
    return numbers.capacity() / site.chunks().size(chunk);
  }

  private float factor(int chunk, int example) {
    return (float) site.pass().factors(operation)[site.chunks().start(chunk) + example];
  }
}
