package org.simplexity.space.family;

import java.util.function.ToDoubleFunction;

/** Gradients by central differences. */
final class Differences {
  private static final double STEP = 1e-5;

  private Differences() {}

  static double[] of(ToDoubleFunction<double[]> function, double[] point) {
    double[] gradient = new double[point.length];
    for (int i = 0; i < point.length; i++) {
      double[] above = point.clone();
      double[] below = point.clone();
      above[i] += STEP;
      below[i] -= STEP;
      gradient[i] = (function.applyAsDouble(above) - function.applyAsDouble(below)) / (2 * STEP);
    }
    return gradient;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
