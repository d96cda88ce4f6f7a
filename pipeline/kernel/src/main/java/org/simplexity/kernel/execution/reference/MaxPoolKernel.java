package org.simplexity.kernel.execution.reference;

import java.util.Arrays;
import org.simplexity.kernel.execution.Kernel;
import org.simplexity.kernel.graph.Window;

/** Maximum over windows; the gradient goes to the first largest pixel. */
final class MaxPoolKernel implements Kernel {
  private final ReferenceBackend.Link link;
  private final Taps taps;
  private final int[][] winners;

  MaxPoolKernel(ReferenceBackend.Link link, Window window) {
    this.link = link;
    this.taps = new Taps(window, link.in().shape(), link.out().shape());
    this.winners = new int[link.out().chunks()][];
    for (int chunk = 0; chunk < winners.length; chunk++) {
      winners[chunk] = new int[link.out().data(chunk).length];
    }
  }

  @Override
  public void forward(int chunk) {
    double[] x = link.in().data(chunk);
    double[] y = link.out().data(chunk);
    Arrays.fill(y, Double.NEGATIVE_INFINITY);
    for (int plane = 0; plane < link.in().planes(chunk); plane++) {
      int from = plane * link.in().shape().area();
      int to = plane * link.out().shape().area();
      taps.forEach(
          (output, input, tap) -> {
            if (x[from + input] > y[to + output]) {
              y[to + output] = x[from + input];
              winners[chunk][to + output] = from + input;
            }
          });
    }
  }

  @Override
  public void backward(int chunk) {
    if (link.wantsGradient()) {
      double[] g = link.out().gradient(chunk);
      double[] dx = link.openGradient(chunk);
      for (int i = 0; i < g.length; i++) {
        dx[winners[chunk][i]] += g[i];
      }
    }
  }
}
