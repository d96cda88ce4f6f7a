package org.simplexity.kernel.execution.onednn;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.simplexity.kernel.Shape;
import org.simplexity.kernel.graph.Window;

/**
 * ∂w[c, i, j] = Σ g[n, y, x, c] · in[n, s y + d i − p, s x + d j − p, c] of a depthwise
 * convolution.
 *
 * <p>The library has a fast path for dense 3 × 3 windows only. Here the input is laid out once for
 * every column j of the window, row by row, so that all sums run over whole rows of numbers that
 * lie side by side.
 */
final class DepthwiseWeightGradient implements WeightGradient {
  private final Site site;
  private final Window window;
  private final Tensor[] into;
  private final Shape in;
  private final Shape out;
  private final int row;

  DepthwiseWeightGradient(Site site, Window window, Tensor[] into) {
    this.site = site;
    this.window = window;
    this.into = into;
    this.in = site.inputShape();
    this.out = site.shape();
    this.row = out.width() * out.channels();
    int kernel = window.kernel();
    int rows = kernel * in.height() + out.height() + kernel * kernel;
    for (int chunk = 0; chunk < into.length; chunk++) {
      site.context(chunk).reserveRows(rows, Math.max(row, in.width() * in.channels()));
    }
  }

  /** Whether this is the faster way for a window. */
  static boolean suits(Window window) {
    return window.kernel() != 3 || window.dilation() > 1;
  }

  @Override
  public void run(int chunk) {
    float[][] rows = site.context(chunk).rows();
    for (int tap = 0; tap < taps(); tap++) {
      Arrays.fill(sums(rows, tap), 0, row, 0f);
    }
    int examples = site.chunks().size(chunk);
    for (int example = 0; example < examples; example++) {
      loadInput(chunk, example, rows);
      loadGradient(chunk, example, rows);
      for (int column = 0; column < window.kernel(); column++) {
        accumulate(rows, column);
      }
    }
    for (int tap = 0; tap < taps(); tap++) {
      reduce(sums(rows, tap), tap, into[chunk].buffer());
    }
  }

  private int taps() {
    return window.kernel() * window.kernel();
  }

  /** Row y of the input as column j of the window sees it. */
  private float[] seen(float[][] rows, int column, int y) {
    return rows[column * in.height() + y];
  }

  private float[] gradient(float[][] rows, int y) {
    return rows[window.kernel() * in.height() + y];
  }

  private float[] sums(float[][] rows, int tap) {
    return rows[window.kernel() * in.height() + out.height() + tap];
  }

  private void loadInput(int chunk, int example, float[][] rows) {
    FloatBuffer x = site.in(chunk).buffer();
    float[] whole = site.tiles(chunk).get(0);
    int length = in.width() * in.channels();
    for (int y = 0; y < in.height(); y++) {
      x.get((example * in.height() + y) * length, whole, 0, length);
      for (int column = 0; column < window.kernel(); column++) {
        pick(whole, column * window.dilation() - window.padding(), seen(rows, column, y));
      }
    }
  }

  /** Pixels offset, offset + stride, …; 0 outside the image. */
  private void pick(float[] whole, int offset, float[] target) {
    int channels = in.channels();
    int stride = window.stride();
    int first = offset >= 0 ? 0 : Math.min(out.width(), (-offset + stride - 1) / stride);
    int end = offset >= in.width() ? 0 : (in.width() - 1 - offset) / stride + 1;
    int last = Math.max(first, Math.min(out.width(), end));
    Arrays.fill(target, 0, first * channels, 0f);
    if (stride == 1) {
      int length = (last - first) * channels;
      System.arraycopy(
          whole, length == 0 ? 0 : (first + offset) * channels, target, first * channels, length);
    } else {
      for (int x = first; x < last; x++) {
        System.arraycopy(whole, (x * stride + offset) * channels, target, x * channels, channels);
      }
    }
    Arrays.fill(target, last * channels, row, 0f);
  }

  private void loadGradient(int chunk, int example, float[][] rows) {
    FloatBuffer g = site.outGradient(chunk).buffer();
    for (int y = 0; y < out.height(); y++) {
      g.get((example * out.height() + y) * row, gradient(rows, y), 0, row);
    }
  }

  /** Adds the products of one column of the window, two rows of the gradient at a time. */
  private void accumulate(float[][] rows, int column) {
    for (int y = 0; y < out.height(); y += 2) {
      for (int i = 0; i < window.kernel(); i++) {
        float[] sums = sums(rows, i * window.kernel() + column);
        int upper = y * window.stride() + i * window.dilation() - window.padding();
        int lower = upper + window.stride();
        boolean hasUpper = upper >= 0 && upper < in.height();
        boolean hasLower = y + 1 < out.height() && lower >= 0 && lower < in.height();
        if (hasUpper && hasLower) {
          Loops.addProducts(
              gradient(rows, y),
              seen(rows, column, upper),
              gradient(rows, y + 1),
              seen(rows, column, lower),
              sums,
              row);
        } else if (hasUpper) {
          Loops.addProducts(gradient(rows, y), seen(rows, column, upper), sums, row);
        } else if (hasLower) {
          Loops.addProducts(gradient(rows, y + 1), seen(rows, column, lower), sums, row);
        }
      }
    }
  }

  private void reduce(float[] sums, int tap, FloatBuffer target) {
    int channels = out.channels();
    for (int c = 0; c < channels; c++) {
      double sum = 0;
      for (int x = c; x < row; x += channels) {
        sum += sums[x];
      }
      target.put(c * taps() + tap, (float) sum);
    }
  }
}
