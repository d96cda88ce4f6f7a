package org.simplexity.kernel.execution;

import org.simplexity.kernel.GradientTarget;
import org.simplexity.kernel.Mode;

/** What the current pass asks for; written between passes, read by kernels. */
public final class Pass {
  private Mode mode = Mode.EVALUATION;
  private GradientTarget target = GradientTarget.BOTH;
  private int examples;

  /** Sets the mode of the next forward pass. */
  public void begin(Mode next) {
    mode = next;
  }

  /** Sets the target of the next backward pass. */
  public void aim(GradientTarget next) {
    target = next;
  }

  /** Sets the number of loaded examples. */
  public void load(int count) {
    examples = count;
  }

  /** Mode of the forward pass. */
  public Mode mode() {
    return mode;
  }

  /** Target of the backward pass. */
  public GradientTarget target() {
    return target;
  }

  /** Number of loaded examples. */
  public int examples() {
    return examples;
  }
}
