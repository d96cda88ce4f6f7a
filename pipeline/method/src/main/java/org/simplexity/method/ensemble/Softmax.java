package org.simplexity.method.ensemble;

/**
 * Softmax of every row of a matrix: exp(z − max z) / Σ exp(z − max z).
 *
 * @param width columns
 */
record Softmax(int width) {
  double[] of(double[] rows) {
    double[] result = new double[rows.length];
    for (int start = 0; start < rows.length; start += width) {
      double largest = Double.NEGATIVE_INFINITY;
      for (int i = start; i < start + width; i++) {
        largest = Math.max(largest, rows[i]);
      }
      double sum = 0;
      for (int i = start; i < start + width; i++) {
        result[i] = Math.exp(rows[i] - largest);
        sum += result[i];
      }
      for (int i = start; i < start + width; i++) {
        result[i] /= sum;
      }
    }
    return result;
  }
}
