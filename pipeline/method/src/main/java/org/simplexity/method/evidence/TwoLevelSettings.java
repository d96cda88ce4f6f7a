package org.simplexity.method.evidence;

/**
 * How the outer level moves: h ← the nearest point of [−limit, limit]ⁿ to h − rate · dQ/dh.
 *
 * @param steps most steps, at least 0
 * @param rate positive
 * @param tolerance it ends where no coordinate moves by more than rate · tolerance; at least 0
 * @param limit largest absolute value of a hyperparameter, positive: the compact U_h of the theory
 */
public record TwoLevelSettings(int steps, double rate, double tolerance, double limit) {
  /** Checks the bounds. */
  public TwoLevelSettings {
    if (steps < 0 || !(tolerance >= 0)) {
      throw new IllegalArgumentException(
          "steps %d and tolerance %s must be at least 0".formatted(steps, tolerance));
    }
    if (!(rate > 0) || Double.isInfinite(rate) || !(limit > 0)) {
      throw new IllegalArgumentException(
          "rate %s and limit %s must be positive, rate finite".formatted(rate, limit));
    }
  }
}
