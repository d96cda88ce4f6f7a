package org.simplexity.kernel.execution.reference;

import java.util.Arrays;
import org.simplexity.kernel.execution.BatchMoments;
import org.simplexity.kernel.execution.Kernel;

/** y = (x − μ) · scale + shift with known moments, and the sums its gradient needs. */
record NormalisationKernel(ReferenceBackend.Link link, BatchMoments moments) implements Kernel {
  @Override
  public void forward(int chunk) {
    double[] x = link.in().data(chunk);
    double[] y = link.out().data(chunk);
    for (int i = 0; i < y.length; i++) {
      int c = channel(i);
      y[i] = (x[i] - moments.means()[c]) * moments.scales()[c] + moments.shifts()[c];
    }
  }

  @Override
  public void backward(int chunk) {
    if (!moments.fromBatch()) {
      return;
    }
    double[] x = link.in().data(chunk);
    double[] g = link.out().gradient(chunk);
    double[] sums = moments.chunkGradient(chunk);
    double[] products = moments.chunkProduct(chunk);
    Arrays.fill(sums, 0);
    Arrays.fill(products, 0);
    for (int i = 0; i < g.length; i++) {
      int c = channel(i);
      sums[c] += g[i];
      products[c] += g[i] * (x[i] - moments.means()[c]);
    }
  }

  @Override
  public void combineBackward() {
    moments.combineBackward();
  }

  private int channel(int index) {
    return index / link.in().shape().area() % link.in().shape().channels();
  }
}
