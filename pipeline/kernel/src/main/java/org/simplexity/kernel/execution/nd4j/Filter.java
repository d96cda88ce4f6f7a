package org.simplexity.kernel.execution.nd4j;

import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.simplexity.kernel.Shape;
import org.simplexity.kernel.Slice;
import org.simplexity.kernel.graph.Operation;
import org.simplexity.kernel.graph.Window;

/**
 * A native convolution and where the coordinates of its weight lie in the native array.
 *
 * <p>{@code conv2d(x, w[, b]) → y} with w [out, in, rows, columns] (weight format 1) and {@code
 * depthwise_conv2d(x, w) → y} with w [rows, columns, in, 1] (format 0) take the integers kernel,
 * stride, padding, dilation (rows, columns each), 0 for explicit padding, 0 for channels first, the
 * weight format. A dilated kernel is passed as the larger one that has zeros between its taps,
 * since ND4J's own use of oneDNN fails at dilations above 1; a dense layer as the convolution whose
 * window is its whole input.
 *
 * @param name of the native operation
 * @param weight in w
 * @param bias in w
 * @param geometry the native operation's sizes
 * @param places index in the native array by index in the slice
 */
record Filter(
    String name, Slice weight, @Nullable Slice bias, Geometry geometry, IntUnaryOperator places) {

  /** Extents of the weight's array and the call's integers. */
  static final class Geometry {
    private final long[] extents;
    private final long[] integers;

    private Geometry(long[] extents, long[] integers) {
      this.extents = extents;
      this.integers = integers;
    }

    long[] extents() {
      return extents;
    }

    long[] integers() {
      return integers;
    }
  }

  static Filter of(Operation.Convolve convolve, Shape in) {
    Window window = convolve.settings().window();
    int span = window.span();
    int taps = window.kernel() * window.kernel();
    long[] extents = {convolve.settings().outputChannels(), in.channels(), span, span};
    return new Filter(
        "conv2d",
        convolve.weight(),
        convolve.bias(),
        new Geometry(extents, integers(window, span, span, 1)),
        i -> i / taps * span * span + place(window, i % taps));
  }

  static Filter of(Operation.DepthwiseConvolve depthwise, Shape in) {
    Window window = depthwise.settings().window();
    int taps = window.kernel() * window.kernel();
    long[] extents = {window.span(), window.span(), in.channels(), 1};
    return new Filter(
        "depthwise_conv2d",
        depthwise.weight(),
        null,
        new Geometry(extents, integers(window, window.span(), window.span(), 0)),
        i -> place(window, i % taps) * in.channels() + i / taps);
  }

  static Filter of(Operation.Dense dense, Shape in) {
    long[] extents = {dense.bias().length(), in.channels(), in.height(), in.width()};
    return new Filter(
        "conv2d",
        dense.weight(),
        dense.bias(),
        new Geometry(extents, integers(Window.square(1), in.height(), in.width(), 1)),
        i -> i);
  }

  /** Pixel of a tap within the window's span. */
  private static int place(Window window, int tap) {
    int row = tap / window.kernel() * window.dilation();
    int column = tap % window.kernel() * window.dilation();
    return row * window.span() + column;
  }

  private static long[] integers(Window window, int height, int width, int format) {
    int s = window.stride();
    int p = window.padding();
    return new long[] {height, width, s, s, p, p, 1, 1, 0, 0, format};
  }
}
