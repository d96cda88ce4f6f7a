package org.simplexity.method.bilevel;

/** Sums and products of flat vectors of one length. */
public final class FlatAlgebra {
  private FlatAlgebra() {}

  /** ⟨a, b⟩. */
  public static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** ‖a‖, without overflow of the squares. */
  public static double norm(double[] a) {
    double largest = 0;
    for (double value : a) {
      largest = Math.max(largest, Math.abs(value));
    }
    if (largest == 0 || Double.isInfinite(largest)) {
      return largest;
    }
    double sum = 0;
    for (double value : a) {
      sum += value / largest * (value / largest);
    }
    return largest * Math.sqrt(sum);
  }

  /** A new vector a + factor · b. */
  public static double[] plus(double[] a, double factor, double[] b) {
    double[] sum = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      sum[i] = a[i] + factor * b[i];
    }
    return sum;
  }

  /** A new vector factor · a. */
  public static double[] times(double factor, double[] a) {
    double[] product = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      product[i] = factor * a[i];
    }
    return product;
  }
}
