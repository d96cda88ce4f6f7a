package org.simplexity.kernel.execution;

import org.simplexity.kernel.GradientTarget;
import org.simplexity.kernel.Mode;
import org.simplexity.kernel.graph.Operation;

/** What the current pass asks for; written between passes, read by kernels. */
public final class Pass {
  private final PathFactors paths;
  private Mode mode = Mode.EVALUATION;
  private boolean weights = true;
  private boolean structure = true;
  private boolean images;
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
    aim(next.weights(), next.structure(), false);
  }

  /** Lets the next backward pass give the gradient of the images, and no other. */
  public void aimAtImages() {
    aim(false, false, true);
  }

  /**
   * Lets the next backward pass give ∂loss/∂w and ∂loss/∂γ.
   *
   * @param ofImages whether it gives the gradient of the images too
   */
  public void aimAtEverything(boolean ofImages) {
    aim(true, true, ofImages);
  }

  private void aim(boolean ofWeights, boolean ofStructure, boolean ofImages) {
    weights = ofWeights;
    structure = ofStructure;
    images = ofImages;
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

  /** Whether the backward pass is to give ∂loss/∂w. */
  public boolean wantsWeights() {
    return weights;
  }

  /** Whether the backward pass is to give ∂loss/∂γ. */
  public boolean wantsStructure() {
    return structure;
  }

  /** Whether the backward pass is to give ∂loss/∂x of the images x. */
  public boolean wantsImages() {
    return images;
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
