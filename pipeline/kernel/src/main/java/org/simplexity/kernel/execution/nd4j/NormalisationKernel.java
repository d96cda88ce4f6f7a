package org.simplexity.kernel.execution.nd4j;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.simplexity.kernel.execution.Kernel;

/**
 * y = (x − μ) · scale + shift with known moments, and the sums its gradient needs, by {@code
 * reduce_sum(x) → Σ} over the integers 0, 2, 3.
 */
final class NormalisationKernel implements Kernel {
  private final Channels channels;
  private final List<Work> works = new ArrayList<>();

  /** Calls of one chunk. */
  private record Work(Call forward, List<Call> backward) {}

  NormalisationKernel(Link link, Channels channels) {
    this.channels = channels;
    INDArray[] scratch = Tensor.allocate(link.device(), link.in().shape(), link.chunks());
    for (int chunk = 0; chunk < scratch.length; chunk++) {
      works.add(work(link, chunk, scratch[chunk]));
    }
  }

  private Work work(Link link, int chunk, INDArray scratch) {
    INDArray x = link.in().data(chunk);
    INDArray g = link.out().gradient(chunk);
    List<Call> backward =
        List.of(
            sum(link, g, channels.gradient(chunk)),
            channels.centre(x, scratch),
            link.device().binary("multiply", scratch, g, scratch),
            sum(link, scratch, channels.product(chunk)));
    return new Work(channels.normalise(x, link.out().data(chunk)), backward);
  }

  private static Call sum(Link link, INDArray array, INDArray sums) {
    return link.device().call("reduce_sum", List.of(array), List.of(sums), new long[] {0, 2, 3});
  }

  @Override
  public void forward(int chunk) {
    works.get(chunk).forward().run();
  }

  @Override
  public void backward(int chunk) {
    if (channels.moments().fromBatch()) {
      works.get(chunk).backward().forEach(Call::run);
    }
  }

  @Override
  public void combineBackward() {
    channels.combineBackward();
  }
}
