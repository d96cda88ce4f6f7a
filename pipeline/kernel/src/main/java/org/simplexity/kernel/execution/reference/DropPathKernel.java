package org.simplexity.kernel.execution.reference;

import org.simplexity.kernel.execution.Chunks;
import org.simplexity.kernel.execution.Kernel;
import org.simplexity.kernel.execution.Pass;
import org.simplexity.kernel.graph.Operation;

/** y = f x with a factor an example; dx = f g. */
record DropPathKernel(
    ReferenceBackend.Link link, Operation.DropPath operation, Chunks chunks, Pass pass)
    implements Kernel {
  @Override
  public void forward(int chunk) {
    double[] x = link.in().data(chunk);
    double[] y = link.out().data(chunk);
    for (int i = 0; i < y.length; i++) {
      y[i] = factor(chunk, i) * x[i];
    }
  }

  @Override
  public void backward(int chunk) {
    if (link.wantsGradient()) {
      double[] g = link.out().gradient(chunk);
      double[] dx = link.openGradient(chunk);
      for (int i = 0; i < dx.length; i++) {
        dx[i] += factor(chunk, i) * g[i];
      }
    }
  }

  private double factor(int chunk, int i) {
    return pass.factors(operation)[chunks.start(chunk) + i / link.out().shape().size()];
  }
}
