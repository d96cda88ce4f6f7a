package org.simplexity.method.robustness.corruption;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.simplexity.method.robustness.image.Pixels;

/** m + c (x − m), m the mean of each channel of the image. */
final class Contrast implements ImageFilter {
  private static final double[] KEPT = {0.75, 0.5, 0.4, 0.3, 0.15};

  @Override
  public Pixels apply(Pixels image, int severity, RandomGenerator random) {
    double kept = KEPT[severity - 1];
    double[] means =
        IntStream.range(0, image.shape().channels()).mapToDouble(image::mean).toArray();
    return Pixels.of(image.shape(), (c, y, x) -> means[c] + kept * (image.at(c, y, x) - means[c]));
  }
}
