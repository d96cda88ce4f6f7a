package org.simplexity.kernel.execution.nd4j;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.INDArrayIndex;
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
 * @param integers of the native operation
 * @param taps order of the weight
 */
@SuppressWarnings("ArrayRecordComponent") // read by native calls only
record Filter(String name, Slice weight, @Nullable Slice bias, long[] integers, Taps taps) {

  /**
   * How the coordinates of a slice lie in the native array.
   *
   * @param extents of the native array
   * @param inPlace whether the slice is such an array itself
   * @param order a view of the slice with the axes of the native array
   * @param places a view of the native array, of those places that coordinates go to
   */
  @SuppressWarnings("ArrayRecordComponent") // read by native calls only
  record Taps(
      long[] extents,
      boolean inPlace,
      UnaryOperator<INDArray> order,
      UnaryOperator<INDArray> places) {

    /** A slice that is laid out as the native array is. */
    static Taps plain(long... extents) {
      return new Taps(extents, true, slice -> reshape(slice, extents), array -> array);
    }
  }

  static Filter of(Operation.Convolve convolve, Shape in) {
    Window window = convolve.settings().window();
    long out = convolve.settings().outputChannels();
    return new Filter(
        "conv2d",
        convolve.weight(),
        convolve.bias(),
        integers(window, window.span(), window.span(), 1),
        taps(window, out, in.channels()));
  }

  private static Taps taps(Window window, long out, long in) {
    long kernel = window.kernel();
    if (window.span() == kernel) {
      return Taps.plain(out, in, kernel, kernel);
    }
    return new Taps(
        new long[] {out, in, window.span(), window.span()},
        false,
        slice -> reshape(slice, out, in, kernel, kernel),
        array -> array.get(all(), all(), every(window), every(window)));
  }

  static Filter of(Operation.DepthwiseConvolve depthwise, Shape in) {
    Window window = depthwise.settings().window();
    long kernel = window.kernel();
    long channels = in.channels();
    return new Filter(
        "depthwise_conv2d",
        depthwise.weight(),
        null,
        integers(window, window.span(), window.span(), 0),
        new Taps(
            new long[] {window.span(), window.span(), channels, 1},
            false,
            slice -> reshape(slice, channels, 1, kernel, kernel).permute(2, 3, 0, 1),
            array -> array.get(every(window), every(window), all(), all())));
  }

  static Filter of(Operation.Dense dense, Shape in) {
    return new Filter(
        "conv2d",
        dense.weight(),
        dense.bias(),
        integers(Window.square(1), in.height(), in.width(), 1),
        Taps.plain(dense.bias().length(), in.channels(), in.height(), in.width()));
  }

  private static INDArray reshape(INDArray slice, long... extents) {
    return slice.reshape('c', true, extents);
  }

  /** Every dilation-th of the window's span. */
  private static INDArrayIndex every(Window window) {
    return window.span() == window.kernel() ? all() : interval(0, window.dilation(), window.span());
  }

  private static long[] integers(Window window, int height, int width, int format) {
    int s = window.stride();
    int p = window.padding();
    return new long[] {height, width, s, s, p, p, 1, 1, 0, 0, format};
  }
}
