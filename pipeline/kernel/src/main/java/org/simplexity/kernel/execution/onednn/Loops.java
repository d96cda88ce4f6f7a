package org.simplexity.kernel.execution.onednn;

import java.util.Arrays;

/**
 * Element by element over the first {@code n} numbers of tiles; written so that the compiler
 * vectorises them.
 */
final class Loops {
  /** Turns any positive normal number into at least 1 by multiplication. */
  private static final float HUGE = Float.MAX_VALUE;

  private Loops() {}

  /** y = max(x, 0). */
  static void rectify(float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = Math.max(x[i], 0f);
    }
  }

  /** g = g where y is positive, else 0. */
  static void mask(float[] g, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      g[i] = g[i] * Math.min(Math.max(y[i], 0f) * HUGE, 1f);
    }
  }

  /** g = g where (x − m) s + t is positive, else 0. */
  static void maskNormalised(float[] g, float[] x, float[] m, float[] s, float[] t, int n) {
    for (int i = 0; i < n; i++) {
      g[i] = g[i] * Math.min(Math.max((x[i] - m[i]) * s[i] + t[i], 0f) * HUGE, 1f);
    }
  }

  /** y = max((x − m) s + t, 0). */
  static void rectifyNormalised(float[] x, float[] m, float[] s, float[] t, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = Math.max((x[i] - m[i]) * s[i] + t[i], 0f);
    }
  }

  /** y += a x, place by place. */
  static void addWeighted(float[] a, float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] += a[i] * x[i];
    }
  }

  /** y = c x. */
  static void scale(float c, float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = c * x[i];
    }
  }

  /** y += c x. */
  static void addScaled(float c, float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] += c * x[i];
    }
  }

  /** y += x. */
  static void add(float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] += x[i];
    }
  }

  /** sums += x y, place by place. */
  static void addProducts(float[] x, float[] y, float[] sums, int n) {
    for (int i = 0; i < n; i++) {
      sums[i] += x[i] * y[i];
    }
  }

  /** sums += a b + c d, place by place. */
  static void addProducts(float[] a, float[] b, float[] c, float[] d, float[] sums, int n) {
    for (int i = 0; i < n; i++) {
      sums[i] += a[i] * b[i] + c[i] * d[i];
    }
  }

  /** y = (x − m) s + t. */
  static void normalise(float[] x, float[] m, float[] s, float[] t, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = (x[i] - m[i]) * s[i] + t[i];
    }
  }

  /** sums += x − m and squares += (x − m)², place by place. */
  static void addMoments(float[] x, float[] m, float[] sums, float[] squares, int n) {
    for (int i = 0; i < n; i++) {
      float d = x[i] - m[i];
      sums[i] += d;
      squares[i] += d * d;
    }
  }

  /** sums += g and products += g (x − m), place by place. */
  static void addGradients(float[] g, float[] x, float[] m, float[] sums, float[] products, int n) {
    for (int i = 0; i < n; i++) {
      sums[i] += g[i];
      products[i] += g[i] * (x[i] - m[i]);
    }
  }

  /** g = a g + b (x − m) + c: the backward pass of a normalisation in place. */
  static void denormalise(float[] g, float[] x, float[] m, float[] a, float[] b, float[] c, int n) {
    for (int i = 0; i < n; i++) {
      g[i] = a[i] * g[i] + b[i] * (x[i] - m[i]) + c[i];
    }
  }

  /** Sum in double precision. */
  static double sum(float[] x, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += x[i];
    }
    return sum;
  }

  /** into[c] = Σ x[i] over i ≡ c modulo the number of channels, in double precision. */
  static void sumByChannel(float[] x, int n, double[] into) {
    Arrays.fill(into, 0);
    for (int pixel = 0; pixel < n; pixel += into.length) {
      for (int c = 0; c < into.length; c++) {
        into[c] += x[pixel + c];
      }
    }
  }

  /** Repeats numbers by channel over a tile. */
  static void repeat(double[] values, float[] into, int n) {
    for (int c = 0; c < values.length; c++) {
      into[c] = (float) values[c];
    }
    repeat(into, values.length, n);
  }

  /** Repeats the first numbers of a tile, one a channel, over all of it. */
  static void repeat(float[] tile, int channels, int n) {
    for (int filled = channels; filled < n; filled *= 2) {
      System.arraycopy(tile, 0, tile, filled, Math.min(filled, n - filled));
    }
  }
}
