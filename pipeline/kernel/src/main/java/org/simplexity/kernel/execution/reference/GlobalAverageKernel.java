package org.simplexity.kernel.execution.reference;

import org.simplexity.kernel.execution.Kernel;

/** Mean of every channel. */
record GlobalAverageKernel(ReferenceBackend.Link link) implements Kernel {
  @Override
  public void forward(int chunk) {
    double[] x = link.in().data(chunk);
    double[] y = link.out().data(chunk);
    int area = link.in().shape().area();
    for (int plane = 0; plane < y.length; plane++) {
      double sum = 0;
      for (int i = plane * area; i < (plane + 1) * area; i++) {
        sum += x[i];
      }
      y[plane] = sum / area;
    }
  }

  @Override
  public void backward(int chunk) {
    if (link.wantsGradient()) {
      double[] g = link.out().gradient(chunk);
      double[] dx = link.openGradient(chunk);
      int area = link.in().shape().area();
      for (int i = 0; i < dx.length; i++) {
        dx[i] += g[i / area] / area;
      }
    }
  }
}
