package org.simplexity.method.robustness;

import java.util.ArrayList;
import java.util.List;
import org.simplexity.data.Seed;
import org.simplexity.method.robustness.image.Pixels;

/**
 * The fast gradient sign method: x + ε · sign(∂loss/∂x), cut to [0, 1] (Goodfellow, Shlens, Szegedy
 * 2015, <em>Explaining and harnessing adversarial examples</em>, §4).
 *
 * <p>ε is in units of the range of pixels, from black 0 to white 1. A pixel whose gradient is 0
 * stays, also where a network is so sure of an image that the gradient vanishes in rounding.
 */
public final class FastGradientSign implements Perturbation {
  private final InputGradient gradient;

  /**
   * An attack.
   *
   * @param gradient where gradients come from
   */
  public FastGradientSign(InputGradient gradient) {
    this.gradient = gradient;
  }

  @Override
  public String name() {
    return "fast_gradient_sign";
  }

  @Override
  public String scale() {
    return "ε, black 0 to white 1";
  }

  @Override
  public boolean isRandom() {
    return false;
  }

  @Override
  public Specimen disturb(Specimen specimen, double level, Seed seed) {
    List<Pixels> gradients = gradient.of(specimen);
    List<Pixels> attacked = new ArrayList<>();
    for (int i = 0; i < gradients.size(); i++) {
      Pixels image = specimen.images().images().get(i);
      Pixels slope = gradients.get(i);
      attacked.add(
          Pixels.of(
                  image.shape(),
                  (c, y, x) -> image.at(c, y, x) + level * Math.signum(slope.at(c, y, x)))
              .clipped());
    }
    return specimen.with(attacked);
  }
}
