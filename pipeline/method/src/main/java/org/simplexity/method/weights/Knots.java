package org.simplexity.method.weights;

import java.util.List;

/** Checks of knots and what follows from them. */
final class Knots {
  private Knots() {}

  /**
   * Checks that there are at least two and that they are positive and increasing.
   *
   * @throws IllegalArgumentException if not; the message names the first that breaks it
   */
  static void check(List<Double> knots) {
    if (knots.size() < 2) {
      throw new IllegalArgumentException("knots %s: at least two are needed".formatted(knots));
    }
    for (int i = 0; i < knots.size(); i++) {
      double knot = knots.get(i);
      if (!(knot > 0 && Double.isFinite(knot))) {
        throw new IllegalArgumentException(
            "knots %s: %s is not positive and finite".formatted(knots, knot));
      }
      if (i > 0 && knot <= knots.get(i - 1)) {
        throw new IllegalArgumentException(
            "knots %s must increase, but %s follows %s".formatted(knots, knot, knots.get(i - 1)));
      }
    }
  }

  static LambdaRange range(List<Double> knots) {
    return new LambdaRange(knots.get(0), knots.get(knots.size() - 1));
  }
}
