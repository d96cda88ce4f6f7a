package org.simplexity.method;

import org.simplexity.data.Seed;
import org.simplexity.kernel.GradientTarget;
import org.simplexity.kernel.Outcome;
import org.simplexity.kernel.Plan;
import org.simplexity.space.StructureLayout;

/**
 * One step of the structure parameters α on the batch that a plan has loaded: loss, ∂γ, ∂α =
 * (∂γ/∂α)ᵀ ∂γ, update of α, γ = softmax(α) (Liu et al. 2019, algorithm 1 with ξ = 0).
 *
 * <p>The plan's γ is that of the structure from the start.
 */
public final class StructureStep {
  private final Plan plan;
  private final Structure structure;

  /**
   * A step with an optimiser at its start and structure parameters near 0.
   *
   * @param plan supernet with its γ, which is set in place
   * @param layout order of the structure vector
   * @param settings optimiser of the structure and scale of its first parameters
   * @param seed seed of the first structure parameters
   */
  public StructureStep(Plan plan, StructureLayout layout, SearchSettings settings, Seed seed) {
    this.plan = plan;
    this.structure = new Structure(layout, settings, seed);
    publish();
  }

  /**
   * Moves the structure once.
   *
   * @param epoch epoch, counted from 1
   * @param step step within the epoch, counted from 0
   * @return loss and correct examples before the move
   * @throws DivergedException if the loss is not finite; the structure is then as it was
   */
  public Outcome take(int epoch, int step) {
    Outcome outcome = plan.gradients(GradientTarget.STRUCTURE);
    Divergence.check("validation loss", outcome, epoch, step);
    structure.step(plan.structureGradients().toArray(), epoch);
    publish();
    return outcome;
  }

  /** The structure parameters and γ as they are now. */
  public Structure structure() {
    return structure;
  }

  void restore(MethodState state) {
    structure.restore(state);
    publish();
  }

  private void publish() {
    plan.structure().copyFrom(structure.gamma());
  }
}
