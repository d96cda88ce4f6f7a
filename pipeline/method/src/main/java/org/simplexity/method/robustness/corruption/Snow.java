package org.simplexity.method.robustness.corruption;

import java.util.random.RandomGenerator;
import org.simplexity.data.ImageShape;
import org.simplexity.method.robustness.image.Pixels;

/**
 * Bright flakes that fall, over an image that is bleached.
 *
 * <p>Flakes are Gaussian noise, enlarged, those below a threshold left out, blurred in a direction
 * of 45 to 135 degrees to the rows, and added once as they are and once turned by 180 degrees. A
 * share of max(x, 1.5 grey(x) + 0.5) bleaches.
 */
final class Snow implements ImageFilter {
  private static final double[] MEAN = {0.1, 0.1, 0.15, 0.25, 0.3};
  private static final double[] DEVIATION = {0.2, 0.2, 0.3, 0.3, 0.3};
  private static final double[] ZOOM = {1, 1, 1.75, 2.25, 1.25};
  private static final double[] THRESHOLD = {0.6, 0.5, 0.55, 0.6, 0.65};
  private static final int[] RADIUS = {8, 10, 10, 12, 14};
  private static final double[] BLUR = {3, 4, 4, 6, 12};
  private static final double[] KEPT = {0.95, 0.9, 0.9, 0.85, 0.8};
  private static final double[] GREY = {0.299, 0.587, 0.114}; // ITU-R BT.601

  @Override
  public Pixels apply(Pixels image, int severity, RandomGenerator random) {
    int height = image.shape().height();
    int width = image.shape().width();
    Pixels flakes = flakes(height, width, severity - 1, random);
    double kept = KEPT[severity - 1];
    return Pixels.of(
        image.shape(),
        (c, y, x) -> {
          double value = image.at(c, y, x);
          double bleached = Math.max(value, 1.5 * grey(image, y, x) + 0.5);
          double fallen = flakes.at(0, y, x) + flakes.at(0, height - 1 - y, width - 1 - x);
          return kept * value + (1 - kept) * bleached + fallen;
        });
  }

  private static Pixels flakes(int height, int width, int index, RandomGenerator random) {
    Pixels noise =
        Pixels.of(
            new ImageShape(1, height, width),
            (c, y, x) -> MEAN[index] + DEVIATION[index] * random.nextGaussian());
    Pixels kept =
        new Sampling(noise, Border.NEAREST)
            .zoomed(ZOOM[index])
            .map(value -> value < THRESHOLD[index] ? 0 : value)
            .clipped();
    double angle = -135 + 90 * random.nextDouble();
    return new Trail(RADIUS[index], BLUR[index], angle).apply(kept);
  }

  private static double grey(Pixels image, int row, int column) {
    if (image.shape().channels() == 1) {
      return image.at(0, row, column);
    }
    double sum = 0;
    for (int channel = 0; channel < GREY.length; channel++) {
      sum += GREY[channel] * image.at(channel, row, column);
    }
    return sum;
  }
}
