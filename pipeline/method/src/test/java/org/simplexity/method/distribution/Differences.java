package org.simplexity.method.distribution;

import java.util.function.ToDoubleFunction;

/** Central differences of fourth order. */
final class Differences {
  private static final double STEP = 1e-3;

  private Differences() {}

  static double[] of(ToDoubleFunction<double[]> function, double[] point) {
    double[] gradient = new double[point.length];
    for (int i = 0; i < point.length; i++) {
      double near = moved(function, point, i, STEP) - moved(function, point, i, -STEP);
      double far = moved(function, point, i, 2 * STEP) - moved(function, point, i, -2 * STEP);
      gradient[i] = (8 * near - far) / (12 * STEP);
    }
    return gradient;
  }

  private static double moved(
      ToDoubleFunction<double[]> function, double[] point, int i, double step) {
    double[] other = point.clone();
    other[i] += step;
    return function.applyAsDouble(other);
  }
}
