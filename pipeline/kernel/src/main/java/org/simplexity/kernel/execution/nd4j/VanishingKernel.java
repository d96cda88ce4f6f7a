package org.simplexity.kernel.execution.nd4j;

import org.simplexity.kernel.execution.GradientUse;
import org.simplexity.kernel.execution.Kernel;

/** A value that is 0 whatever its input is, and so adds nothing to the input's gradient. */
record VanishingKernel(Tensor in, GradientUse use) implements Kernel {
  @Override
  public void forward(int chunk) {}

  @Override
  public void backward(int chunk) {
    if (use == GradientUse.SET) {
      in.gradient(chunk).assign(0);
    }
  }
}
