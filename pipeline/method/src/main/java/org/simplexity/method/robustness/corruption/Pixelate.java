package org.simplexity.method.robustness.corruption;

import java.util.random.RandomGenerator;
import org.simplexity.data.ImageShape;
import org.simplexity.method.robustness.image.Pixels;

/**
 * Fewer, larger pixels: of n rows (columns) m = ⌊c n⌋ blocks, each the mean of its pixels; pixel i
 * belongs to block ⌊(i + ½) m / n⌋, as with Pillow's box filter.
 */
final class Pixelate implements ImageFilter {
  private static final double[] KEPT = {0.95, 0.9, 0.85, 0.75, 0.65};

  @Override
  public Pixels apply(Pixels image, int severity, RandomGenerator random) {
    ImageShape shape = image.shape();
    int rows = (int) (KEPT[severity - 1] * shape.height());
    int columns = (int) (KEPT[severity - 1] * shape.width());
    return Pixels.of(
        shape,
        (c, y, x) ->
            mean(image, c, block(y, rows, shape.height()), block(x, columns, shape.width())));
  }

  /** First and last pixel of the block that a pixel belongs to. */
  private record Block(int first, int last) {}

  private static Block block(int pixel, int blocks, int length) {
    int number = number(pixel, blocks, length);
    int first = pixel;
    while (first > 0 && number(first - 1, blocks, length) == number) {
      first--;
    }
    int last = pixel;
    while (last < length - 1 && number(last + 1, blocks, length) == number) {
      last++;
    }
    return new Block(first, last);
  }

  private static int number(int pixel, int blocks, int length) {
    return (2 * pixel + 1) * blocks / (2 * length);
  }

  private static double mean(Pixels image, int channel, Block rows, Block columns) {
    double sum = 0;
    for (int row = rows.first; row <= rows.last; row++) {
      for (int column = columns.first; column <= columns.last; column++) {
        sum += image.at(channel, row, column);
      }
    }
    return sum / (rows.last - rows.first + 1) / (columns.last - columns.first + 1);
  }
}
