package org.simplexity.kernel.execution.reference;

import java.util.List;
import java.util.function.Function;
import org.simplexity.kernel.Value;
import org.simplexity.kernel.execution.GradientUse;
import org.simplexity.kernel.execution.Kernel;
import org.simplexity.kernel.execution.Task;

/** The channels of several values one after another. */
final class ConcatenationKernel implements Kernel {
  private final List<Buffer> inputs;
  private final List<GradientUse> uses;
  private final Buffer out;

  ConcatenationKernel(Task task, Function<Value, Buffer> buffers) {
    this.inputs = task.value().inputs().stream().map(buffers).toList();
    this.uses = task.uses();
    this.out = buffers.apply(task.value());
  }

  @Override
  public void forward(int chunk) {
    int offset = 0;
    for (Buffer input : inputs) {
      int size = input.shape().size();
      for (int n = 0; n < out.examples(chunk); n++) {
        int to = n * out.shape().size() + offset;
        System.arraycopy(input.data(chunk), n * size, out.data(chunk), to, size);
      }
      offset += size;
    }
  }

  @Override
  public void backward(int chunk) {
    int offset = 0;
    for (int k = 0; k < inputs.size(); k++) {
      if (uses.get(k) != GradientUse.NONE) {
        split(inputs.get(k), offset, chunk, uses.get(k) == GradientUse.ADD);
      }
      offset += inputs.get(k).shape().size();
    }
  }

  private void split(Buffer input, int offset, int chunk, boolean adds) {
    double[] g = out.gradient(chunk);
    double[] dx = input.gradient(chunk);
    int size = input.shape().size();
    for (int n = 0; n < out.examples(chunk); n++) {
      for (int i = 0; i < size; i++) {
        int to = n * size + i;
        dx[to] = (adds ? dx[to] : 0) + g[n * out.shape().size() + offset + i];
      }
    }
  }
}
