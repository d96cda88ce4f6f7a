package org.simplexity.method.robustness.corruption;

import java.util.random.RandomGenerator;
import org.simplexity.data.ImageShape;
import org.simplexity.method.robustness.image.Pixels;

/**
 * A random affine map, then a smooth random displacement of every pixel.
 *
 * <p>All lengths are shares of the shorter side. Severity 1 is an affine map alone, and a stronger
 * one than those of higher severities, as published.
 */
final class ElasticTransform implements ImageFilter {
  private static final double[] DISPLACEMENT = {0, 0.05, 0.08, 0.1, 0.1};
  private static final double[] SMOOTHING = {0, 0.2, 0.06, 0.04, 0.03};
  private static final double[] AFFINE = {0.08, 0.07, 0.06, 0.05, 0.03};
  private static final double TRUNCATE = 3;

  @Override
  public Pixels apply(Pixels image, int severity, RandomGenerator random) {
    ImageShape shape = image.shape();
    int side = Math.min(shape.height(), shape.width());
    AffineMap map = AffineMap.random(shape, AFFINE[severity - 1] * side, random);
    Sampling source = new Sampling(image, Border.MIRROR);
    Pixels moved =
        Pixels.of(shape, (c, y, x) -> source.between(c, map.row(y, x), map.column(y, x)));
    double far = DISPLACEMENT[severity - 1] * side;
    GaussianBlur smooth =
        new GaussianBlur(SMOOTHING[severity - 1] * side, TRUNCATE, Border.REFLECT);
    Pixels right = displacement(shape, smooth, far, random);
    Pixels down = displacement(shape, smooth, far, random);
    Sampling halfway = new Sampling(moved, Border.REFLECT);
    return Pixels.of(
        shape, (c, y, x) -> halfway.between(c, y + down.at(0, y, x), x + right.at(0, y, x)));
  }

  private static Pixels displacement(
      ImageShape shape, GaussianBlur smooth, double far, RandomGenerator random) {
    Pixels noise =
        Pixels.of(
            new ImageShape(1, shape.height(), shape.width()),
            (c, y, x) -> 2 * random.nextDouble() - 1);
    return smooth.apply(noise).map(value -> far * value);
  }
}
