package org.simplexity.method.robustness.corruption;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.simplexity.data.ImageShape;
import org.simplexity.method.robustness.image.Pixels;

/**
 * Blurs, lets pixels change places with a neighbour, and blurs again.
 *
 * <p>In the published code, views of an array make the neighbour's value stand in both places; here
 * the two change places, as the paper says.
 */
final class GlassBlur implements ImageFilter {
  private static final double[] DEVIATION = {0.05, 0.25, 0.4, 0.25, 0.4};
  private static final int[] ROUNDS = {1, 1, 1, 2, 2};
  private static final int REACH = 1;
  private static final double TRUNCATE = 4;

  @Override
  public Pixels apply(Pixels image, int severity, RandomGenerator random) {
    GaussianBlur blur = new GaussianBlur(DEVIATION[severity - 1], TRUNCATE, Border.NEAREST);
    int[] origins = shuffled(image.shape(), ROUNDS[severity - 1], random);
    Pixels blurred = blur.apply(image);
    int width = image.shape().width();
    Pixels moved =
        Pixels.of(
            image.shape(),
            (c, y, x) -> {
              int origin = origins[y * width + x];
              return blurred.at(c, origin / width, origin % width);
            });
    return blur.apply(moved);
  }

  /** For each place of a plane, where its pixel comes from. */
  private static int[] shuffled(ImageShape shape, int rounds, RandomGenerator random) {
    int[] origins = new int[shape.plane()];
    Arrays.setAll(origins, place -> place);
    for (int round = 0; round < rounds; round++) {
      for (int row = shape.height() - REACH; row > REACH; row--) {
        for (int column = shape.width() - REACH; column > REACH; column--) {
          int here = row * shape.width() + column;
          int right = random.nextInt(2 * REACH) - REACH;
          int down = random.nextInt(2 * REACH) - REACH;
          int there = here + down * shape.width() + right;
          int moved = origins[here];
          origins[here] = origins[there];
          origins[there] = moved;
        }
      }
    }
    return origins;
  }
}
