package org.simplexity.method;

import java.util.Map;
import org.simplexity.kernel.GradientTarget;
import org.simplexity.kernel.Outcome;
import org.simplexity.kernel.Plan;

/**
 * One step of the weights on the batch that a plan has loaded: loss, ∂w, clipping, update.
 *
 * <p>Searches and trainings are made of it; so is what measures the time of a step.
 */
public final class WeightStep {
  private final Plan plan;
  private final Optimisation optimisation;
  private final WeightPrecisions precisions;

  /**
   * A step with an optimiser at its start.
   *
   * @param plan network with its weights, which are moved in place
   * @param settings optimiser
   * @param epochs epochs of the optimiser's schedule
   */
  public WeightStep(Plan plan, OptimiserSettings settings, int epochs) {
    this(plan, settings, epochs, new WeightPrecisions(PrecisionSettings.defaults(), epochs, 0));
  }

  WeightStep(Plan plan, OptimiserSettings settings, int epochs, WeightPrecisions precisions) {
    this.plan = plan;
    this.precisions = precisions;
    this.optimisation =
        new Optimisation(settings, epochs, plan.parameters(), plan.parameterGradients());
  }

  /**
   * Moves the weights once.
   *
   * @param epoch epoch, counted from 1
   * @param step step within the epoch, counted from 0
   * @return loss and correct examples before the move
   * @throws DivergedException if the loss is not finite; the weights are then as they were
   */
  public Outcome take(int epoch, int step) {
    Outcome outcome = plan.gradients(GradientTarget.WEIGHTS);
    Divergence.check("train loss", outcome, epoch, step);
    precisions.addGradient(plan.parameters(), plan.parameterGradients());
    optimisation.step(epoch);
    return outcome;
  }

  /** Learning rate of an epoch, counted from 1. */
  double rate(int epoch) {
    return optimisation.rate(epoch);
  }

  void save(Map<String, double[]> arrays) {
    optimisation.save("weights", arrays);
  }

  void restore(MethodState state) {
    optimisation.restore("weights", state);
  }
}
