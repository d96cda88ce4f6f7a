package org.simplexity.method.robustness.corruption;

import java.util.random.RandomGenerator;
import org.simplexity.method.robustness.image.Pixels;

/** x + σ ε, ε ~ N(0, 1). */
final class GaussianNoise implements ImageFilter {
  private static final double[] DEVIATION = {0.04, 0.06, 0.08, 0.09, 0.10};

  @Override
  public Pixels apply(Pixels image, int severity, RandomGenerator random) {
    double deviation = DEVIATION[severity - 1];
    return image.map(x -> x + deviation * random.nextGaussian());
  }
}
