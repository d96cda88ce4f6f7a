package org.simplexity.data.source;

import org.simplexity.data.ImageShape;

/**
 * Brings pictures of any size to one square shape.
 *
 * <p>The largest centred square is cut out and resized, each axis by itself: the mean over the
 * covered area where it shrinks, linear interpolation between pixel centres where it grows. Colour
 * becomes grey by the luma of ITU-R BT.601, {@code 0.299 R + 0.587 G + 0.114 B}; grey becomes
 * colour by three equal channels.
 */
final class Scaling {
  private Scaling() {}

  /** The picture as bytes of a shape, channel-major. */
  static byte[] toShape(Picture picture, ImageShape shape) {
    int side = Math.min(picture.width(), picture.height());
    Axis axis = Axis.of(side, shape.height());
    byte[] result = new byte[shape.size()];
    for (int channel = 0; channel < shape.channels(); channel++) {
      float[] square = square(picture, side, shape.channels(), channel);
      float[] resized = resize(square, side, axis, shape);
      for (int p = 0; p < resized.length; p++) {
        result[channel * shape.plane() + p] = (byte) Math.round(resized[p]);
      }
    }
    return result;
  }

  private static float[] square(Picture picture, int side, int channels, int channel) {
    int top = (picture.height() - side) / 2;
    int left = (picture.width() - side) / 2;
    float[] square = new float[side * side];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        square[y * side + x] = value(picture, channels, channel, top + y, left + x);
      }
    }
    return square;
  }

  private static float value(Picture picture, int channels, int channel, int row, int column) {
    if (picture.channels() == 1) {
      return picture.value(0, row, column);
    }
    if (channels == 3) {
      return picture.value(channel, row, column);
    }
    return 0.299f * picture.value(0, row, column)
        + 0.587f * picture.value(1, row, column)
        + 0.114f * picture.value(2, row, column);
  }

  private static float[] resize(float[] square, int side, Axis axis, ImageShape shape) {
    if (side == shape.height()) {
      return square;
    }
    int target = shape.height();
    float[] rows = new float[target * side];
    for (int y = 0; y < target; y++) {
      for (int x = 0; x < side; x++) {
        rows[y * side + x] = axis.weigh(y, square, x, side);
      }
    }
    float[] result = new float[target * target];
    for (int y = 0; y < target; y++) {
      for (int x = 0; x < target; x++) {
        result[y * target + x] = axis.weigh(x, rows, y * side, 1);
      }
    }
    return result;
  }
}
