package org.simplexity.exchange.dl4j;

import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.simplexity.kernel.Shape;
import org.simplexity.kernel.graph.Window;

/**
 * DL4J's settings of a sliding window.
 *
 * @param kernel rows and columns
 * @param stride rows and columns
 * @param padding rows and columns; without meaning in mode {@code Same}
 * @param dilation rows and columns
 * @param mode how the edges are treated
 * @param format order of the axes
 */
record Geometry(
    Pair kernel,
    Pair stride,
    Pair padding,
    Pair dilation,
    ConvolutionMode mode,
    CNN2DFormat format) {

  /** Extents of one setting. */
  record Pair(int rows, int columns) {
    static Pair of(int[] pair) {
      return new Pair(pair[0], pair[1]);
    }

    @Override
    public String toString() {
      return rows + "x" + columns;
    }
  }

  /** The window of a convolution. */
  static Geometry of(ConvolutionLayer layer) {
    return new Geometry(
        Pair.of(layer.getKernelSize()),
        Pair.of(layer.getStride()),
        Pair.of(layer.getPadding()),
        Pair.of(layer.getDilation()),
        layer.getConvolutionMode(),
        layer.getCnn2dDataFormat());
  }

  /** The window of a pooling. */
  static Geometry of(SubsamplingLayer layer) {
    return new Geometry(
        Pair.of(layer.getKernelSize()),
        Pair.of(layer.getStride()),
        Pair.of(layer.getPadding()),
        Pair.of(layer.getDilation()),
        layer.getConvolutionMode(),
        layer.getCnn2dDataFormat());
  }

  /**
   * The kernel's window.
   *
   * @param step where it stands, for messages
   * @param shape what it slides over
   * @param more padding that comes on top
   */
  Window window(Place step, Shape shape, int more) {
    if (format == CNN2DFormat.NHWC) {
      throw step.unsupported("has channels last (NHWC)", "channels first (NCHW)");
    }
    for (Pair pair : List.of(kernel, stride, padding, dilation)) {
      if (pair.rows() != pair.columns()) {
        throw step.unsupported(
            "has a window of different height and width: kernel %s, stride %s, padding %s"
                .formatted(kernel, stride, padding),
            "square ones");
      }
    }
    Window bare = new Window(kernel.rows(), stride.rows(), 0, dilation.rows());
    return switch (mode) {
      case Truncate, Strict -> bare.withPadding(padding.rows() + more);
      case Same -> bare.withPadding(same(step, bare, shape) + more);
      default -> throw step.unsupported("has the mode " + mode, "Truncate, Strict and Same");
    };
  }

  /** TensorFlow's padding, where it is the same on all sides. */
  private static int same(Place step, Window window, Shape shape) {
    int rows = total(window, shape.height());
    int columns = total(window, shape.width());
    if (rows != columns || rows % 2 != 0) {
      throw step.unsupported(
          "has the mode Same, which pads %s by %d rows and %d columns, not evenly"
              .formatted(shape, rows, columns),
          "padding that is the same on all sides");
    }
    return rows / 2;
  }

  private static int total(Window window, int n) {
    int windows = (n + window.stride() - 1) / window.stride();
    return Math.max(0, (windows - 1) * window.stride() + window.span() - n);
  }
}
