package org.simplexity.kernel.execution.nd4j;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.simplexity.kernel.Shape;
import org.simplexity.kernel.execution.Kernel;
import org.simplexity.kernel.graph.Window;

/**
 * An operation without weights: {@code f(x) → y} and {@code f_bp(x, g) → dx}.
 *
 * <p>{@code relu} takes the real argument 0. {@code maxpool2d} and {@code avgpool2d} take the
 * integers kernel, stride, padding, dilation (rows, columns each), 0 for explicit padding, 0 to
 * leave the padding out of averages, 0 for channels first. Where several pixels of a window are
 * equally large, which of them gets the gradient of a maximum is the native library's choice.
 */
final class UnaryKernel implements Kernel {
  private final Link link;
  private final Call[] forward;
  private final Call[] backward;

  private UnaryKernel(Link link, String name, long[] integers, double... reals) {
    this.link = link;
    this.forward = new Call[link.chunks().count()];
    this.backward = new Call[forward.length];
    for (int chunk = 0; chunk < forward.length; chunk++) {
      INDArray x = link.in().data(chunk);
      INDArray y = link.out().data(chunk);
      INDArray g = link.out().gradient(chunk);
      forward[chunk] = link.device().call(name, List.of(x), List.of(y), integers, reals);
      backward[chunk] =
          link.device()
              .call(
                  name + "_bp", List.of(x, g), List.of(link.contribution(chunk)), integers, reals);
    }
  }

  /** max(x, 0). */
  static UnaryKernel rectify(Link link) {
    return new UnaryKernel(link, "relu", new long[0], 0);
  }

  /** Largest pixel of a window. */
  static UnaryKernel maximum(Link link, Window window) {
    return new UnaryKernel(link, "maxpool2d", pooling(window.kernel(), window.kernel(), window));
  }

  /** Average over the pixels of a window that lie inside the input. */
  static UnaryKernel average(Link link, Window window) {
    return new UnaryKernel(link, "avgpool2d", pooling(window.kernel(), window.kernel(), window));
  }

  /** Average over one window, the whole input. */
  static UnaryKernel globalAverage(Link link) {
    Shape in = link.in().shape();
    return new UnaryKernel(link, "avgpool2d", pooling(in.height(), in.width(), Window.square(1)));
  }

  private static long[] pooling(int height, int width, Window window) {
    int s = window.stride();
    int p = window.padding();
    int d = window.dilation();
    return new long[] {height, width, s, s, p, p, d, d, 0, 0, 0};
  }

  @Override
  public void forward(int chunk) {
    forward[chunk].run();
  }

  @Override
  public void backward(int chunk) {
    if (link.wantsGradient()) {
      backward[chunk].run();
      link.deliver(chunk);
    }
  }
}
