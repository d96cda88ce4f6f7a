package org.simplexity.method.robustness.corruption;

import org.simplexity.method.robustness.image.Pixels;

/**
 * An image that is asked between and beyond its pixels.
 *
 * @param image image
 * @param border what lies beyond its edge
 */
record Sampling(Pixels image, Border border) {
  /** The value at a whole place. */
  double at(int channel, int row, int column) {
    return image.at(
        channel,
        border.place(row, image.shape().height()),
        border.place(column, image.shape().width()));
  }

  /** The value between four pixels, by linear interpolation along rows and columns. */
  double between(int channel, double row, double column) {
    int top = (int) Math.floor(row);
    int left = (int) Math.floor(column);
    double down = row - top;
    double right = column - left;
    double upper = (1 - right) * at(channel, top, left) + right * at(channel, top, left + 1);
    double lower =
        (1 - right) * at(channel, top + 1, left) + right * at(channel, top + 1, left + 1);
    return (1 - down) * upper + down * lower;
  }

  /** The image enlarged by a factor about its centre. */
  Pixels zoomed(double factor) {
    double middleRow = (image.shape().height() - 1) / 2.0;
    double middleColumn = (image.shape().width() - 1) / 2.0;
    return Pixels.of(
        image.shape(),
        (c, y, x) ->
            between(
                c,
                middleRow + (y - middleRow) / factor,
                middleColumn + (x - middleColumn) / factor));
  }
}
