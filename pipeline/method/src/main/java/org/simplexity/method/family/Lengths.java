package org.simplexity.method.family;

/** Checks of the lengths of vectors. */
final class Lengths {
  private Lengths() {}

  /**
   * Checks one.
   *
   * @throws IllegalArgumentException if it differs; the message names the vector
   */
  static void check(String what, double[] vector, int length) {
    if (vector.length != length) {
      throw new IllegalArgumentException(
          "%s of length %d must have length %d".formatted(what, vector.length, length));
    }
  }
}
