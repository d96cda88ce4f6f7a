package org.simplexity.method.robustness.corruption;

import java.util.random.RandomGenerator;
import org.simplexity.method.robustness.image.Pixels;

/** One corruption of an image, at severities from 1 to {@link Corruption#WORST}. */
@FunctionalInterface
interface ImageFilter {
  /**
   * The corrupted image; its numbers may lie outside [0, 1] and are cut to it afterwards.
   *
   * @param image image with numbers in [0, 1]
   * @param severity 1 to 5
   * @param random where random choices come from
   */
  Pixels apply(Pixels image, int severity, RandomGenerator random);
}
