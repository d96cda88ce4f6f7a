package org.simplexity.method.robustness;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.simplexity.data.Seed;
import org.simplexity.method.robustness.image.Pixels;

/**
 * Gaussian noise in images: x + σ ε, ε ~ N(0, 1) for every pixel and channel, cut to [0, 1].
 *
 * <p>σ is in units of the range of pixels, from black 0 to white 1, before images are standardised.
 * Document on structure search with Dirichlet priors, robustness to noise in data.
 */
public final class InputNoise implements Perturbation {
  @Override
  public String name() {
    return "input_noise";
  }

  @Override
  public String scale() {
    return "σ of the noise, black 0 to white 1";
  }

  @Override
  public boolean isRandom() {
    return true;
  }

  @Override
  public Specimen disturb(Specimen specimen, double level, Seed seed) {
    List<Pixels> noisy = new ArrayList<>();
    for (int i = 0; i < specimen.images().size(); i++) {
      RandomGenerator random = seed.child(i).generator();
      Pixels image = specimen.images().images().get(i);
      noisy.add(image.map(x -> x + level * random.nextGaussian()).clipped());
    }
    return specimen.with(noisy);
  }
}
