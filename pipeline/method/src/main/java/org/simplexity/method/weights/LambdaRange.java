package org.simplexity.method.weights;

/**
 * The values of λ that a hypernetwork is trained for.
 *
 * @param from least λ, positive
 * @param to greatest λ
 */
public record LambdaRange(double from, double to) {
  /** How far, as a share of itself, a bound may be overstepped by rounding. */
  private static final double ROUNDING = 1e-9;

  /** Checks the bounds. */
  public LambdaRange {
    if (!(from > 0 && to > from && Double.isFinite(to))) {
      throw new IllegalArgumentException(
          "a range of lambda from %s to %s must be positive and not empty".formatted(from, to));
    }
  }

  /**
   * s = (log₁₀ λ − log₁₀ from) / (log₁₀ to − log₁₀ from).
   *
   * @param lambda λ
   * @throws IllegalArgumentException if λ is not positive and finite
   */
  public double scaled(double lambda) {
    if (!(lambda > 0 && Double.isFinite(lambda))) {
      throw new IllegalArgumentException("lambda %s must be positive and finite".formatted(lambda));
    }
    return Math.log10(lambda / from) / Math.log10(to / from);
  }

  /**
   * λ of a scaled place; the inverse of {@link #scaled}.
   *
   * @param scaled s
   */
  public double at(double scaled) {
    return from * Math.pow(to / from, scaled);
  }

  /**
   * Whether λ lies in the range.
   *
   * @param lambda λ
   */
  public boolean contains(double lambda) {
    return lambda >= from * (1 - ROUNDING) && lambda <= to * (1 + ROUNDING);
  }
}
