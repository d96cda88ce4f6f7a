package org.simplexity.method.robustness.corruption;

import java.util.random.RandomGenerator;
import org.simplexity.method.robustness.image.Pixels;

/** Salt and pepper: with a small probability a value becomes 0 or 1, one as likely as the other. */
final class ImpulseNoise implements ImageFilter {
  private static final double[] PROBABILITY = {0.01, 0.02, 0.03, 0.05, 0.07};

  @Override
  public Pixels apply(Pixels image, int severity, RandomGenerator random) {
    double probability = PROBABILITY[severity - 1];
    return image.map(
        x -> {
          boolean struck = random.nextDouble() < probability;
          boolean salt = random.nextBoolean();
          return struck ? (salt ? 1 : 0) : x;
        });
  }
}
