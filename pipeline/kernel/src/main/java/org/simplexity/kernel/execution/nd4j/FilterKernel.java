package org.simplexity.kernel.execution.nd4j;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.simplexity.kernel.Slice;
import org.simplexity.kernel.execution.Kernel;
import org.simplexity.kernel.execution.Pass;

/**
 * A {@link Filter}; its gradient is {@code f_bp(x, w[, b], g) → dx, dw[, db]}, which computes all
 * of them whichever is asked for.
 */
final class FilterKernel implements Kernel {
  private final Link link;
  private final Pass pass;
  private final Weights weight;
  private final @Nullable Weights bias;
  private final Call[] forward;
  private final Call[] backward;

  FilterKernel(Link link, Filter filter, DeviceVectors vectors, Pass pass) {
    this.link = link;
    this.pass = pass;
    int chunks = link.chunks().count();
    this.weight = weights(vectors, filter.taps(), filter.weight(), chunks);
    Slice slice = filter.bias();
    this.bias =
        slice == null ? null : weights(vectors, Filter.Taps.plain(slice.length()), slice, chunks);
    this.forward = new Call[chunks];
    this.backward = new Call[chunks];
    for (int chunk = 0; chunk < chunks; chunk++) {
      compile(filter.name(), filter.integers(), chunk);
    }
  }

  private static Weights weights(DeviceVectors vectors, Filter.Taps taps, Slice slice, int chunks) {
    return new Weights(
        vectors.device(),
        taps,
        vectors.parameters(slice),
        vectors.parameterGradients(slice),
        chunks);
  }

  private void compile(String name, long[] integers, int chunk) {
    List<INDArray> inputs = new ArrayList<>(List.of(link.in().data(chunk), weight.array()));
    List<INDArray> gradients =
        new ArrayList<>(List.of(link.contribution(chunk), weight.gradient(chunk)));
    if (bias != null) {
      inputs.add(bias.array());
      gradients.add(bias.gradient(chunk));
    }
    forward[chunk] = link.device().call(name, inputs, List.of(link.out().data(chunk)), integers);
    inputs.add(link.out().gradient(chunk));
    backward[chunk] = link.device().call(name + "_bp", inputs, gradients, integers);
  }

  @Override
  public void prepare() {
    weight.load();
  }

  @Override
  public void forward(int chunk) {
    forward[chunk].run();
  }

  @Override
  public void backward(int chunk) {
    if (link.wantsGradient() || pass.wantsWeights()) {
      backward[chunk].run();
      link.deliver(chunk);
    }
  }

  @Override
  public void combineBackward() {
    if (pass.wantsWeights()) {
      weight.write();
      if (bias != null) {
        bias.write();
      }
    }
  }
}
