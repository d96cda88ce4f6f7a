package org.simplexity.method.robustness.corruption;

import java.util.random.RandomGenerator;
import org.simplexity.method.robustness.image.Pixels;

/** A movement in a random direction of at most 45 degrees to the rows. */
final class MotionBlur implements ImageFilter {
  private static final int[] RADIUS = {6, 6, 6, 8, 9};
  private static final double[] DEVIATION = {1, 1.5, 2, 2, 2.5};
  private static final double STEEPEST = 45;

  @Override
  public Pixels apply(Pixels image, int severity, RandomGenerator random) {
    double angle = STEEPEST * (2 * random.nextDouble() - 1);
    return new Trail(RADIUS[severity - 1], DEVIATION[severity - 1], angle).apply(image);
  }
}
