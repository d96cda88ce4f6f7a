package org.simplexity.kernel.execution.reference;

import java.util.Arrays;
import org.simplexity.kernel.execution.Kernel;
import org.simplexity.kernel.graph.Window;

/** Average over the pixels of a window that lie inside the input. */
final class AveragePoolKernel implements Kernel {
  private final ReferenceBackend.Link link;
  private final Taps taps;
  private final double[] counts;

  AveragePoolKernel(ReferenceBackend.Link link, Window window) {
    this.link = link;
    this.taps = new Taps(window, link.in().shape(), link.out().shape());
    this.counts = new double[link.out().shape().area()];
    taps.forEach((output, input, tap) -> counts[output]++);
  }

  @Override
  public void forward(int chunk) {
    double[] x = link.in().data(chunk);
    double[] y = link.out().data(chunk);
    Arrays.fill(y, 0);
    for (int plane = 0; plane < link.in().planes(chunk); plane++) {
      int from = plane * link.in().shape().area();
      int to = plane * link.out().shape().area();
      taps.forEach((output, input, tap) -> y[to + output] += x[from + input] / counts[output]);
    }
  }

  @Override
  public void backward(int chunk) {
    if (link.wantsGradient()) {
      double[] g = link.out().gradient(chunk);
      double[] dx = link.openGradient(chunk);
      for (int plane = 0; plane < link.in().planes(chunk); plane++) {
        int from = plane * link.in().shape().area();
        int to = plane * link.out().shape().area();
        taps.forEach((output, input, tap) -> dx[from + input] += g[to + output] / counts[output]);
      }
    }
  }
}
