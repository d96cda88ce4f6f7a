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
  private final List<Site> sites = new ArrayList<>();

  /** Calls of one chunk and the arrays of sums that they leave. */
  private record Site(Call forward, List<Call> backward, INDArray gradients, INDArray products) {}

  NormalisationKernel(Link link, Channels channels) {
    this.channels = channels;
    INDArray[] scratch = Tensor.allocate(link.device(), link.in().shape(), link.chunks());
    for (int chunk = 0; chunk < scratch.length; chunk++) {
      sites.add(site(link, chunk, scratch[chunk]));
    }
  }

  private Site site(Link link, int chunk, INDArray scratch) {
    INDArray x = link.in().data(chunk);
    INDArray g = link.out().gradient(chunk);
    INDArray gradients = channels.vector();
    INDArray products = channels.vector();
    List<Call> backward =
        List.of(
            sum(link, g, gradients),
            channels.centre(x, scratch),
            link.device().call("multiply", List.of(scratch, g), List.of(scratch), new long[0]),
            sum(link, scratch, products));
    return new Site(channels.normalise(x, link.out().data(chunk)), backward, gradients, products);
  }

  private static Call sum(Link link, INDArray array, INDArray sums) {
    return link.device().call("reduce_sum", List.of(array), List.of(sums), new long[] {0, 2, 3});
  }

  @Override
  public void forward(int chunk) {
    sites.get(chunk).forward().run();
  }

  @Override
  public void backward(int chunk) {
    Site site = sites.get(chunk);
    for (Call call : site.backward()) {
      call.run();
    }
    read(site.gradients(), channels.moments().chunkGradient(chunk));
    read(site.products(), channels.moments().chunkProduct(chunk));
  }

  private static void read(INDArray sums, double[] into) {
    System.arraycopy(Device.get(sums), 0, into, 0, into.length);
  }

  @Override
  public void combineBackward() {
    channels.combineBackward();
  }
}
