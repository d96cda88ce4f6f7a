package org.simplexity.kernel.execution;

import org.simplexity.kernel.GradientTarget;
import org.simplexity.kernel.Mode;
import org.simplexity.kernel.graph.Operation;

/** What the current pass asks for; written between passes, read by kernels. */
public final class Pass {
  private final PathFactors paths;
  private Mode mode = Mode.EVALUATION;
  private GradientTarget target = GradientTarget.BOTH;
  private int examples;
  private int sweep;

  /** A pass with these factors of drop-paths. */
  public Pass(PathFactors paths) {
    this.paths = paths;
  }

  /** Sets the mode of the next forward pass. */
  public void begin(Mode next) {
    mode = next;
    sweep++;
  }

  /** Sets the target of the next backward pass. */
  public void aim(GradientTarget next) {
    target = next;
    sweep++;
  }

  /** Sets the number of loaded examples. */
  public void load(int count) {
    examples = count;
  }

  /** Mode of the forward pass. */
  public Mode mode() {
    return mode;
  }

  /** Factors of a drop-path by example of the batch; not to be changed. */
  public double[] factors(Operation.DropPath path) {
    return paths.of(path, mode);
  }

  /** Target of the backward pass. */
  public GradientTarget target() {
    return target;
  }

  /** Number of the current forward or backward sweep; never the same for two of them. */
  public int sweep() {
    return sweep;
  }

  /** Number of loaded examples. */
  public int examples() {
    return examples;
  }
}
