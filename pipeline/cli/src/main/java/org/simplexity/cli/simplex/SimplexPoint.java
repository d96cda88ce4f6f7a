package org.simplexity.cli.simplex;

import java.util.Arrays;

/**
 * A point inside the simplex.
 *
 * @param shares positive numbers that sum to 1
 */
record SimplexPoint(Numbers shares) {
  private static final double TOLERANCE = 1e-9;

  /** Checks the point against the number of operations. */
  static SimplexPoint of(Numbers shares, int operations) {
    if (shares.rows().size() != 1 || shares.count() != operations) {
      throw new IllegalArgumentException(
          "--at: %s must be %d numbers, one for every parameter".formatted(shares, operations));
    }
    if (shares.least() <= 0) {
      throw new IllegalArgumentException("--at: %s must be positive numbers".formatted(shares));
    }
    double sum = Arrays.stream(shares.values()).sum();
    if (!(Math.abs(sum - 1) <= TOLERANCE)) {
      throw new IllegalArgumentException(
          "--at: %s sum to %s, but must sum to 1 within %s".formatted(shares, sum, TOLERANCE));
    }
    return new SimplexPoint(shares);
  }

  /** ln γ. */
  double[] logs() {
    return Arrays.stream(shares.values()).map(Math::log).toArray();
  }
}
