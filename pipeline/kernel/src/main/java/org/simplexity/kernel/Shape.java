package org.simplexity.kernel;

/**
 * Shape of one example's value: channels × height × width; a vector of c numbers is c × 1 × 1.
 *
 * @param channels number of channels, at least 1
 * @param height rows, at least 1
 * @param width columns, at least 1
 */
public record Shape(int channels, int height, int width) {

  /** Checks that every extent is positive. */
  public Shape {
    if (channels < 1 || height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "shape %dx%dx%d: every extent must be at least 1".formatted(channels, height, width));
    }
  }

  /** A vector: {@code length} × 1 × 1. */
  public static Shape vector(int length) {
    return new Shape(length, 1, 1);
  }

  /** Numbers in one example: channels · height · width. */
  public int size() {
    return Math.multiplyExact(channels, area());
  }

  /** Pixels in one channel: height · width. */
  public int area() {
    return Math.multiplyExact(height, width);
  }

  /** This shape with another number of channels. */
  public Shape withChannels(int other) {
    return new Shape(other, height, width);
  }

  @Override
  public String toString() {
    return channels + "x" + height + "x" + width;
  }
}
