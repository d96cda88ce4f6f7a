package org.simplexity.method.robustness.corruption;

import java.util.random.RandomGenerator;
import org.simplexity.method.robustness.image.Pixels;

/**
 * A constant more in the value V = max(R, G, B) of hue, saturation and value, cut to 1.
 *
 * <p>With hue and saturation kept, all channels of a pixel are multiplied by V′ / V; a black pixel
 * becomes grey. Of a grey image it is x + c.
 */
final class Brightness implements ImageFilter {
  private static final double[] MORE = {0.05, 0.1, 0.15, 0.2, 0.3};

  @Override
  public Pixels apply(Pixels image, int severity, RandomGenerator random) {
    double more = MORE[severity - 1];
    return Pixels.of(
        image.shape(),
        (c, y, x) -> {
          double value = value(image, y, x);
          double brighter = Math.min(1, value + more);
          return value > 0 ? image.at(c, y, x) * brighter / value : brighter;
        });
  }

  private static double value(Pixels image, int row, int column) {
    double greatest = 0;
    for (int channel = 0; channel < image.shape().channels(); channel++) {
      greatest = Math.max(greatest, image.at(channel, row, column));
    }
    return greatest;
  }
}
