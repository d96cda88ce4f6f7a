package org.simplexity.method.robustness;

import org.simplexity.data.Seed;

/**
 * A way to disturb a network or its images by a given amount.
 *
 * <p>Level 0 changes nothing; the same specimen, level and seed give the same result.
 */
public interface Perturbation {
  /** Name in the tracker, such as {@code weight_noise}. */
  String name();

  /** What a level measures, with its unit, for an axis. */
  String scale();

  /** Whether the result depends on the seed. */
  boolean isRandom();

  /**
   * The disturbed specimen.
   *
   * @param specimen what is disturbed; stays as it is
   * @param level amount, 0 or more, in units of {@link #scale}
   * @param seed seed of the random choices
   */
  Specimen disturb(Specimen specimen, double level, Seed seed);
}
