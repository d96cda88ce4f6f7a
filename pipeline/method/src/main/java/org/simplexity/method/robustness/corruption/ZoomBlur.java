package org.simplexity.method.robustness.corruption;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.simplexity.method.robustness.image.Pixels;

/**
 * The mean of the image and of itself enlarged by 1, 1.01, 1.02 and so on.
 *
 * <p>Images are enlarged about their exact centre; the published code first cuts out whole pixels.
 */
final class ZoomBlur implements ImageFilter {
  private static final int[] STEPS = {6, 11, 16, 21, 26};
  private static final double STEP = 0.01;

  @Override
  public Pixels apply(Pixels image, int severity, RandomGenerator random) {
    Sampling source = new Sampling(image, Border.NEAREST);
    List<Pixels> images = new ArrayList<>(List.of(image));
    for (int step = 0; step < STEPS[severity - 1]; step++) {
      images.add(source.zoomed(1 + step * STEP));
    }
    return Pixels.of(
        image.shape(),
        (c, y, x) -> images.stream().mapToDouble(each -> each.at(c, y, x)).sum() / images.size());
  }
}
