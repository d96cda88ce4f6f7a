package org.simplexity.kernel.execution.reference;

import java.util.Arrays;
import org.simplexity.kernel.execution.BatchMoments;
import org.simplexity.kernel.execution.Kernel;

/** Sums over the batch before a normalisation, and the gradient through them. */
record StatisticsKernel(ReferenceBackend.Link link, BatchMoments moments) implements Kernel {
  @Override
  public void forward(int chunk) {
    if (moments.fromBatch()) {
      double[] mean = moments.chunkMean(chunk);
      double[] squares = moments.chunkSquares(chunk);
      Arrays.fill(mean, 0);
      Arrays.fill(squares, 0);
      double[] x = link.in().data(chunk);
      double n = (double) x.length / mean.length;
      for (int i = 0; i < x.length; i++) {
        mean[channel(i)] += x[i] / n;
      }
      for (int i = 0; i < x.length; i++) {
        double deviation = x[i] - mean[channel(i)];
        squares[channel(i)] += deviation * deviation;
      }
    }
  }

  @Override
  public void combineForward() {
    moments.combineForward();
  }

  @Override
  public void backward(int chunk) {
    if (link.wantsGradient()) {
      double[] x = link.in().data(chunk);
      double[] g = link.out().gradient(chunk);
      double[] dx = link.openGradient(chunk);
      for (int i = 0; i < dx.length; i++) {
        int c = channel(i);
        dx[i] +=
            moments.scales()[c] * g[i]
                + moments.backwardSlopes()[c] * (x[i] - moments.means()[c])
                + moments.backwardShifts()[c];
      }
    }
  }

  private int channel(int index) {
    return index / link.in().shape().area() % link.in().shape().channels();
  }
}
