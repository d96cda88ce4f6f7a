package org.simplexity.kernel.execution;

import org.simplexity.kernel.Mode;

/**
 * A kernel of the auxiliary head, which rests in evaluation mode.
 *
 * @param kernel what runs in training mode
 * @param pass tells the mode
 */
public record TrainingKernel(Kernel kernel, Pass pass) implements Kernel {
  private boolean runs() {
    return pass.mode() == Mode.TRAINING;
  }

  @Override
  public void prepare() {
    if (runs()) {
      kernel.prepare();
    }
  }

  @Override
  public void forward(int chunk) {
    if (runs()) {
      kernel.forward(chunk);
    }
  }

  @Override
  public void combineForward() {
    if (runs()) {
      kernel.combineForward();
    }
  }

  @Override
  public void backward(int chunk) {
    kernel.backward(chunk);
  }

  @Override
  public void combineBackward() {
    kernel.combineBackward();
  }

  @Override
  public void finish() {
    kernel.finish();
  }
}
