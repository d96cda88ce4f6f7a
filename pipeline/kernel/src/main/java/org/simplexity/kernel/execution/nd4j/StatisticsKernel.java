package org.simplexity.kernel.execution.nd4j;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.simplexity.kernel.execution.Kernel;

/**
 * Sums over the batch before a normalisation, by {@code moments(x) → mean, variance} over the
 * integers 0, 2, 3, and the gradient through them.
 */
final class StatisticsKernel implements Kernel {
  private final Link link;
  private final Channels channels;
  private final INDArray[] means;
  private final INDArray[] variances;
  private final INDArray[] slopes;
  private final Call[] sums;
  private final Call[] scaled;
  private final Call[] sloped;

  StatisticsKernel(Link link, Channels channels) {
    this.link = link;
    this.channels = channels;
    int chunks = link.chunks().count();
    this.means = new INDArray[chunks];
    this.variances = new INDArray[chunks];
    this.slopes = Tensor.allocate(link.device(), link.in().shape(), link.chunks());
    this.sums = new Call[chunks];
    this.scaled = new Call[chunks];
    this.sloped = new Call[chunks];
    for (int chunk = 0; chunk < chunks; chunk++) {
      compile(chunk);
    }
  }

  private void compile(int chunk) {
    INDArray x = link.in().data(chunk);
    means[chunk] = channels.vector();
    variances[chunk] = channels.vector();
    List<INDArray> moments = List.of(means[chunk], variances[chunk]);
    sums[chunk] = link.device().call("moments", List.of(x), moments, new long[] {0, 2, 3});
    scaled[chunk] = channels.backwardScale(link.out().gradient(chunk), link.contribution(chunk));
    sloped[chunk] = channels.backwardSlope(x, slopes[chunk]);
  }

  @Override
  public void forward(int chunk) {
    if (channels.moments().fromBatch()) {
      sums[chunk].run();
      double[] mean = Device.get(means[chunk]);
      double[] variance = Device.get(variances[chunk]);
      double n = (double) link.in().data(chunk).length() / mean.length;
      for (int c = 0; c < mean.length; c++) {
        channels.moments().chunkMean(chunk)[c] = mean[c];
        channels.moments().chunkSquares(chunk)[c] = variance[c] * n;
      }
    }
  }

  @Override
  public void combineForward() {
    channels.combineForward();
  }

  @Override
  public void backward(int chunk) {
    if (link.wantsGradient()) {
      scaled[chunk].run();
      sloped[chunk].run();
      Device.addScaled(1.0, slopes[chunk], link.contribution(chunk));
      link.deliver(chunk);
    }
  }
}
