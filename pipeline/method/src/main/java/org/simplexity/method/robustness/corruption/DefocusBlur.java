package org.simplexity.method.robustness.corruption;

import java.util.random.RandomGenerator;
import org.simplexity.method.robustness.image.Pixels;

/**
 * The mean over a disc of pixels, whose edge a Gaussian kernel of 3 × 3 softens.
 *
 * <p>The disc holds the pixels at a distance of at most its radius, so one below 1 is a single
 * pixel and only the Gaussian blurs, as in the published code.
 */
final class DefocusBlur implements ImageFilter {
  private static final double[] RADIUS = {0.3, 0.4, 0.5, 1, 1.5};
  private static final double[] SOFTENING = {0.4, 0.5, 0.6, 0.2, 0.1};

  @Override
  public Pixels apply(Pixels image, int severity, RandomGenerator random) {
    Pixels disc = disc(image, RADIUS[severity - 1]);
    double deviation = SOFTENING[severity - 1];
    return new GaussianBlur(deviation, 1 / deviation, Border.MIRROR).apply(disc);
  }

  private static Pixels disc(Pixels image, double radius) {
    int reach = (int) radius;
    Sampling source = new Sampling(image, Border.MIRROR);
    return Pixels.of(image.shape(), (c, y, x) -> mean(source, c, y, x, reach, radius * radius));
  }

  private static double mean(
      Sampling source, int channel, int row, int column, int reach, double square) {
    double sum = 0;
    int count = 0;
    for (int down = -reach; down <= reach; down++) {
      for (int right = -reach; right <= reach; right++) {
        if (down * down + right * right <= square) {
          sum += source.at(channel, row + down, column + right);
          count++;
        }
      }
    }
    return sum / count;
  }
}
