package org.simplexity.kernel.vector;

import java.util.List;
import org.simplexity.kernel.FlatVector;

/**
 * x = Σ_j c_j b_j and its pullback ∂b_j = c_j ∂x, in place.
 *
 * <p>Vectors whose coefficient is 0 are not read and their gradients not written.
 */
public final class LinearCombination {
  private LinearCombination() {}

  /**
   * x ← Σ_j c_j b_j.
   *
   * @param coefficients c, one a vector
   * @param vectors b, all of the length of x
   * @param sum x, changed
   * @throws IllegalArgumentException if numbers or lengths differ
   */
  public static void sum(double[] coefficients, List<FlatVector> vectors, FlatVector sum) {
    if (coefficients.length != vectors.size()) {
      throw new IllegalArgumentException(
          "%d coefficients do not fit %d vectors".formatted(coefficients.length, vectors.size()));
    }
    boolean first = true;
    for (int j = 0; j < coefficients.length; j++) {
      if (coefficients[j] != 0) {
        write(coefficients[j], vectors.get(j), sum, !first);
        first = false;
      }
    }
    if (first) {
      sum.fill(0);
    }
  }

  /**
   * y ← c x.
   *
   * @param coefficient c
   * @param vector x
   * @param target y of the same length, changed
   */
  public static void scaled(double coefficient, FlatVector vector, FlatVector target) {
    write(coefficient, vector, target, false);
  }

  /**
   * y ← y + c x.
   *
   * @param coefficient c
   * @param vector x
   * @param target y of the same length, changed
   */
  public static void add(double coefficient, FlatVector vector, FlatVector target) {
    write(coefficient, vector, target, true);
  }

  private static void write(double c, FlatVector vector, FlatVector target, boolean adding) {
    if (vector.length() != target.length()) {
      throw new IllegalArgumentException(
          "a vector of length %d does not fit one of length %d"
              .formatted(vector.length(), target.length()));
    }
    if (vector instanceof FlatVector.Single x && target instanceof FlatVector.Single y) {
      single((float) c, x.array(), y.array(), adding);
    } else {
      general(c, vector.toArray(), target, adding);
    }
  }

  private static void single(float c, float[] x, float[] y, boolean adding) {
    if (adding) {
      for (int i = 0; i < y.length; i++) {
        y[i] += c * x[i];
      }
    } else {
      for (int i = 0; i < y.length; i++) {
        y[i] = c * x[i];
      }
    }
  }

  private static void general(double c, double[] x, FlatVector target, boolean adding) {
    double[] y = adding ? target.toArray() : new double[x.length];
    for (int i = 0; i < y.length; i++) {
      y[i] += c * x[i];
    }
    target.copyFrom(y);
  }
}
