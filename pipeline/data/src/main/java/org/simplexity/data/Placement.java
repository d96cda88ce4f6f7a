package org.simplexity.data;

import java.util.random.RandomGenerator;

/**
 * One draw of an augmentation: where the window lies, whether it is mirrored, what is blanked.
 *
 * @param top row of the image that becomes row 0, in −crop..crop
 * @param left column of the image that becomes column 0 before mirroring, in −crop..crop
 * @param flipped whether columns run backwards
 * @param cut the blanked square, in rows and columns of the result
 */
record Placement(int top, int left, boolean flipped, Square cut) {
  /** The image as it is. */
  static final Placement IDENTITY = new Placement(0, 0, false, new Square(0, 0, 0));

  /** Rows {@code top..top+side-1} and columns {@code left..left+side-1}; may reach outside. */
  record Square(int top, int left, int side) {
    boolean covers(int row, int column) {
      return row >= top && row < top + side && column >= left && column < left + side;
    }
  }

  /** Draws a placement; only what is switched on consumes random numbers. */
  static Placement draw(Augmentation augmentation, ImageShape shape, RandomGenerator random) {
    int crop = augmentation.crop();
    int top = crop > 0 ? random.nextInt(2 * crop + 1) - crop : 0;
    int left = crop > 0 ? random.nextInt(2 * crop + 1) - crop : 0;
    boolean flipped = augmentation.flip() && random.nextBoolean();
    int side = augmentation.cutout();
    int cutTop = side > 0 ? random.nextInt(shape.height()) - side / 2 : 0;
    int cutLeft = side > 0 ? random.nextInt(shape.width()) - side / 2 : 0;
    return new Placement(top, left, flipped, new Square(cutTop, cutLeft, side));
  }
}
