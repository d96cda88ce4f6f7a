package org.simplexity.data;

/**
 * The shape of one image.
 *
 * @param channels 1 for grey, 3 for red, green, blue
 * @param height rows of pixels
 * @param width columns of pixels
 */
public record ImageShape(int channels, int height, int width) {
  /** Checks that every side is positive. */
  public ImageShape {
    if (channels < 1 || height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "image shape %s x %s x %s has a side below 1".formatted(channels, height, width));
    }
    Math.multiplyExact(Math.multiplyExact(channels, height), width);
  }

  /** Number of values in one image: channels · height · width. */
  public int size() {
    return channels * plane();
  }

  /** Number of pixels in one channel: height · width. */
  public int plane() {
    return height * width;
  }

  /** Written as {@code channels x height x width}. */
  @Override
  public String toString() {
    return channels + "x" + height + "x" + width;
  }
}
