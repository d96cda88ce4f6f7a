package org.simplexity.kernel.execution.nd4j;

import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.simplexity.kernel.execution.Kernel;
import org.simplexity.kernel.execution.Pass;
import org.simplexity.kernel.graph.Operation;

/**
 * y = f x with a factor an example, dx = f g: {@code multiply(x, f) → y}, f of shape [example, 1,
 * 1, 1].
 */
final class DropPathKernel implements Kernel {
  private final Link link;
  private final Operation.DropPath operation;
  private final Pass pass;
  private final INDArray[] factors;
  private final Call[] forward;
  private final Call[] backward;

  DropPathKernel(Link link, Operation.DropPath operation, Pass pass) {
    this.link = link;
    this.operation = operation;
    this.pass = pass;
    this.factors = new INDArray[link.chunks().count()];
    this.forward = new Call[factors.length];
    this.backward = new Call[factors.length];
    for (int chunk = 0; chunk < factors.length; chunk++) {
      factors[chunk] = link.device().zeros(link.chunks().size(chunk), 1, 1, 1);
      forward[chunk] = product(link.in().data(chunk), chunk, link.out().data(chunk));
      backward[chunk] = product(link.out().gradient(chunk), chunk, link.contribution(chunk));
    }
  }

  private Call product(INDArray x, int chunk, INDArray y) {
    return link.device().call("multiply", List.of(x, factors[chunk]), List.of(y), new long[0]);
  }

  @Override
  public void prepare() {
    double[] all = pass.factors(operation);
    for (int chunk = 0; chunk < factors.length; chunk++) {
      int start = link.chunks().start(chunk);
      link.device()
          .put(Arrays.copyOfRange(all, start, start + link.chunks().size(chunk)), factors[chunk]);
    }
  }

  @Override
  public void forward(int chunk) {
    forward[chunk].run();
  }

  @Override
  public void backward(int chunk) {
    if (link.wantsGradient()) {
      backward[chunk].run();
      link.deliver(chunk);
    }
  }
}
