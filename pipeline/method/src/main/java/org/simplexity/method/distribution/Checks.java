package org.simplexity.method.distribution;

/** Bounds that several distributions share. */
final class Checks {
  private Checks() {}

  static void operations(int operations) {
    if (operations < 1) {
      throw new IllegalArgumentException("operations " + operations + " must be at least 1");
    }
  }

  static void temperature(double temperature) {
    if (!(temperature > 0 && Double.isFinite(temperature))) {
      throw new IllegalArgumentException(
          "temperature " + temperature + " must be positive and finite");
    }
  }

  static void length(String what, double[] vector, int length) {
    if (vector.length != length) {
      throw new IllegalArgumentException(
          "%s of length %d must have length %d".formatted(what, vector.length, length));
    }
  }
}
