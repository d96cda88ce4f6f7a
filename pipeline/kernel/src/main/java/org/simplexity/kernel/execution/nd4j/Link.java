package org.simplexity.kernel.execution.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.simplexity.kernel.execution.Chunks;
import org.simplexity.kernel.execution.GradientUse;

/** The input of a kernel, its output, and where the kernel's share of the input's gradient goes. */
final class Link {
  private final Device device;
  private final Chunks chunks;
  private final Tensor in;
  private final GradientUse use;
  private final Tensor out;
  private final INDArray[] contributions;

  Link(Device device, Chunks chunks, Tensor in, GradientUse use, Tensor out) {
    this.device = device;
    this.chunks = chunks;
    this.in = in;
    this.use = use;
    this.out = out;
    this.contributions =
        use == GradientUse.SET ? new INDArray[0] : Tensor.allocate(device, in.shape(), chunks);
  }

  Device device() {
    return device;
  }

  Chunks chunks() {
    return chunks;
  }

  Tensor in() {
    return in;
  }

  GradientUse use() {
    return use;
  }

  Tensor out() {
    return out;
  }

  boolean wantsGradient() {
    return use != GradientUse.NONE;
  }

  /** What the kernel writes: the gradient itself, or an array to be added to it. */
  INDArray contribution(int chunk) {
    return use == GradientUse.SET ? in.gradient(chunk) : contributions[chunk];
  }

  /** Adds the contribution to what other kernels left, if any did. */
  void deliver(int chunk) {
    if (use == GradientUse.ADD) {
      Device.addScaled(1.0, contributions[chunk], in.gradient(chunk));
    }
  }
}
