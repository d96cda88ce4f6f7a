package org.simplexity.report.drawing;

import java.util.List;

/**
 * One density over the simplex of three operations, and draws of it.
 *
 * @param caption what is drawn, in one short line
 * @param logDensity ln p at ln γ
 * @param draws points of the simplex, drawn over the density
 */
public record SimplexPanel(String caption, LogDensity logDensity, List<Share> draws) {
  /** Copies the draws. */
  public SimplexPanel {
    draws = List.copyOf(draws);
  }

  /** A log density over the inside of the simplex, with respect to two of its coordinates. */
  @FunctionalInterface
  public interface LogDensity {
    /**
     * ln p.
     *
     * @param logs ln γ, three numbers
     */
    double at(double... logs);
  }

  /**
   * A point of the simplex.
   *
   * @param first share of the first operation
   * @param second share of the second
   * @param third share of the third
   */
  public record Share(double first, double second, double third) {
    /** Checks that the point lies on the simplex. */
    public Share {
      if (!(Math.min(first, Math.min(second, third)) >= 0
          && Math.abs(first + second + third - 1) <= 1e-9)) {
        throw new IllegalArgumentException(
            "point (%s, %s, %s) must have three shares that sum to 1"
                .formatted(first, second, third));
      }
    }
  }
}
