package org.simplexity.kernel.graph;

import org.simplexity.kernel.Shape;

/**
 * Geometry of a square sliding window, with PyTorch's explicit, symmetric padding.
 *
 * <p>Output extent: ⌊(n + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1.
 *
 * @param kernel extent of the window in taps, at least 1
 * @param stride step between windows, at least 1
 * @param padding rows and columns added on every side, at least 0
 * @param dilation distance between taps, at least 1
 */
public record Window(int kernel, int stride, int padding, int dilation) {

  /** Checks the bounds. */
  public Window {
    if (kernel < 1 || stride < 1 || padding < 0 || dilation < 1) {
      throw new IllegalArgumentException(
          "window with kernel %d, stride %d, padding %d, dilation %d: kernel, stride and dilation must be at least 1, padding at least 0"
              .formatted(kernel, stride, padding, dilation));
    }
  }

  /** A window of {@code kernel} × {@code kernel} taps, stride 1, no padding, no dilation. */
  public static Window square(int kernel) {
    return new Window(kernel, 1, 0, 1);
  }

  /** An odd window padded so that at stride 1 the output has the extents of the input. */
  public static Window centred(int kernel) {
    if (kernel % 2 == 0) {
      throw new IllegalArgumentException("kernel " + kernel + " of a centred window must be odd");
    }
    return square(kernel).withPadding(kernel / 2);
  }

  /** This window with another stride. */
  public Window withStride(int other) {
    return new Window(kernel, other, padding, dilation);
  }

  /** This window with another padding. */
  public Window withPadding(int other) {
    return new Window(kernel, stride, other, dilation);
  }

  /** This window with another dilation; the padding stays as it is. */
  public Window withDilation(int other) {
    return new Window(kernel, stride, padding, other);
  }

  /** Whether it reads only pixels whose coordinates are multiples of its stride, above 1. */
  public boolean isSparse() {
    return stride > 1 && dilation == stride && padding % stride == 0;
  }

  /** What a {@linkplain #isSparse sparse} window is on the pixels that it reads. */
  public Window densified() {
    if (!isSparse()) {
      throw new IllegalStateException(this + " is not sparse");
    }
    return new Window(kernel, 1, padding / stride, 1);
  }

  /** Distance between the first and the last tap, plus one. */
  public int span() {
    return dilation * (kernel - 1) + 1;
  }

  /**
   * Shape after sliding over {@code input}, channels unchanged.
   *
   * @throws IllegalArgumentException if the window does not fit into the padded input
   */
  public Shape slide(Shape input) {
    return new Shape(input.channels(), extent(input.height(), input), extent(input.width(), input));
  }

  private int extent(int n, Shape input) {
    int room = n + 2 * padding - span();
    if (room < 0) {
      throw new IllegalArgumentException(
          "window of span %d does not fit into %s with padding %d"
              .formatted(span(), input, padding));
    }
    return room / stride + 1;
  }
}
