package org.simplexity.method.robustness.corruption;

import java.util.random.RandomGenerator;
import org.hipparchus.random.RandomDataGenerator;
import org.hipparchus.random.Well19937c;
import org.simplexity.method.robustness.image.Pixels;

/** n / c, n ~ Poisson(c x): as if c photons made a white pixel. */
final class ShotNoise implements ImageFilter {
  private static final double[] PHOTONS = {500, 250, 100, 75, 50};

  @Override
  public Pixels apply(Pixels image, int severity, RandomGenerator random) {
    double photons = PHOTONS[severity - 1];
    RandomDataGenerator poisson = RandomDataGenerator.of(new Well19937c(random.nextLong()));
    return image.map(x -> x > 0 ? poisson.nextPoisson(photons * x) / photons : 0);
  }
}
