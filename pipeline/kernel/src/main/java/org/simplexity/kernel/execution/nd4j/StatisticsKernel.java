package org.simplexity.kernel.execution.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.simplexity.kernel.execution.Kernel;

/**
 * Sums over the batch before a normalisation, by {@code moments(x) → mean, variance} over the
 * integers 0, 2, 3, and the gradient through them.
 */
final class StatisticsKernel implements Kernel {
  private final Link link;
  private final Channels channels;
  private final INDArray[] slopes;
  private final Call[] sums;
  private final Call[] scaled;
  private final Call[] sloped;

  StatisticsKernel(Link link, Channels channels) {
    this.link = link;
    this.channels = channels;
    int chunks = link.chunks().count();
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
    sums[chunk] = channels.moments().measuring(x, chunk);
    scaled[chunk] = channels.backwardScale(link.out().gradient(chunk), link.contribution(chunk));
    sloped[chunk] = channels.backwardSlope(x, slopes[chunk]);
  }

  @Override
  public void forward(int chunk) {
    channels.moments().measure(sums[chunk]);
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
