package org.simplexity.method.robustness.corruption;

import java.util.random.RandomGenerator;
import org.simplexity.method.robustness.image.Pixels;

/** (x + c p) m / (m + c), p a plasma fractal in [0, 1] and m the brightest value of the image. */
final class Fog implements ImageFilter {
  private static final double[] THICKNESS = {0.2, 0.5, 0.75, 1, 1.5};
  private static final double[] DECAY = {3, 3, 2.5, 2, 1.75};

  @Override
  public Pixels apply(Pixels image, int severity, RandomGenerator random) {
    double thickness = THICKNESS[severity - 1];
    int side = Math.max(image.shape().height(), image.shape().width());
    PlasmaFractal plasma = PlasmaFractal.of(side, DECAY[severity - 1], random);
    double brightest = image.greatest();
    return Pixels.of(
        image.shape(),
        (c, y, x) ->
            (image.at(c, y, x) + thickness * plasma.at(y, x))
                * brightest
                / (brightest + thickness));
  }
}
