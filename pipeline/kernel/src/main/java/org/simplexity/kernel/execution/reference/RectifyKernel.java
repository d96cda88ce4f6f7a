package org.simplexity.kernel.execution.reference;

import org.simplexity.kernel.execution.Kernel;

/** y = max(x, 0); the gradient passes where y is positive. */
record RectifyKernel(ReferenceBackend.Link link) implements Kernel {
  @Override
  public void forward(int chunk) {
    double[] x = link.in().data(chunk);
    double[] y = link.out().data(chunk);
    for (int i = 0; i < y.length; i++) {
      y[i] = Math.max(x[i], 0);
    }
  }

  @Override
  public void backward(int chunk) {
    if (link.wantsGradient()) {
      double[] y = link.out().data(chunk);
      double[] g = link.out().gradient(chunk);
      double[] dx = link.openGradient(chunk);
      for (int i = 0; i < dx.length; i++) {
        dx[i] += y[i] > 0 ? g[i] : 0;
      }
    }
  }
}
