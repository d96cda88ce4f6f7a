package org.simplexity.kernel.execution.onednn;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.simplexity.kernel.execution.GradientUse;
import org.simplexity.kernel.execution.Kernel;
import org.simplexity.kernel.graph.Operation;

/** y[i, j] = x[stride·i + rowOffset, stride·j + columnOffset], 0 beyond the edge; row by row. */
final class SubsampleKernel implements Kernel {
  private final Site site;
  private final Operation.Subsample operation;
  private final int channels;
  private final int inRow;
  private final int outRow;

  SubsampleKernel(Site site, Operation.Subsample operation) {
    this.site = site;
    this.operation = operation;
    this.channels = site.shape().channels();
    this.inRow = channels * site.inputShape().width();
    this.outRow = channels * site.shape().width();
  }

  @Override
  public void forward(int chunk) {
    float[] from = site.tiles(chunk).get(0);
    float[] to = site.tiles(chunk).get(1);
    FloatBuffer x = site.in(chunk).buffer();
    FloatBuffer y = site.out(chunk).buffer();
    for (int row = 0; row < y.capacity() / outRow; row++) {
      int source = sourceRow(row);
      Arrays.fill(to, 0, outRow, 0f);
      if (source >= 0) {
        x.get(source * inRow, from, 0, inRow);
        for (int j = 0, i = first(); j < outRow && i < inRow; j += channels, i += step()) {
          System.arraycopy(from, i, to, j, channels);
        }
      }
      y.put(row * outRow, to, 0, outRow);
    }
  }

  @Override
  public void backward(int chunk) {
    if (site.use() == GradientUse.NONE) {
      return;
    }
    FloatBuffer dy = site.outGradient(chunk).buffer();
    FloatBuffer dx = site.inGradient(chunk).buffer();
    float[] to = site.tiles(chunk).get(0);
    if (site.use() == GradientUse.SET) {
      Arrays.fill(to, 0, inRow, 0f);
      for (int at = 0; at < dx.capacity(); at += inRow) {
        dx.put(at, to, 0, inRow);
      }
    }
    for (int row = 0; row < dy.capacity() / outRow; row++) {
      int source = sourceRow(row);
      if (source >= 0) {
        spread(dy, row * outRow, dx, source * inRow, site.tiles(chunk));
      }
    }
  }

  private void spread(FloatBuffer dy, int from, FloatBuffer dx, int to, Tiles tiles) {
    float[] row = tiles.get(0);
    float[] g = tiles.get(1);
    dy.get(from, g, 0, outRow);
    dx.get(to, row, 0, inRow);
    for (int j = 0, i = first(); j < outRow && i < inRow; j += channels, i += step()) {
      for (int c = 0; c < channels; c++) {
        row[i + c] += g[j + c];
      }
    }
    dx.put(to, row, 0, inRow);
  }

  private int first() {
    return operation.columnOffset() * channels;
  }

  private int step() {
    return operation.stride() * channels;
  }

  /** The input row of an output row, both counted over all examples of a chunk, or −1. */
  private int sourceRow(int row) {
    int height = site.shape().height();
    int source = row % height * operation.stride() + operation.rowOffset();
    int inHeight = site.inputShape().height();
    return source < inHeight ? row / height * inHeight + source : -1;
  }
}
