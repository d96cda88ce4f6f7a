package org.simplexity.method.weights;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.simplexity.data.Seed;
import org.simplexity.kernel.GradientTarget;
import org.simplexity.kernel.Outcome;
import org.simplexity.kernel.Plan;
import org.simplexity.method.Divergence;
import org.simplexity.method.MethodState;

/**
 * One step of the fitted weights on the batch that a plan has loaded: λ, draw, loss, gradients,
 * clipping, update.
 *
 * <p>Fittings are made of it; so is what measures the time of a step.
 */
public final class FamilyStep {
  private final Plan plan;
  private final FamilySettings settings;
  private final Objective objective;
  private final double lambda;
  private final GeneratedWeights weights;
  private final Seed noise;

  /**
   * A step at its start.
   *
   * @param plan network; its weights are written over in every step
   * @param settings what is fitted, and how
   * @param lambda λ of a model that is no hypernetwork; others draw theirs
   * @param images number of training images, N
   * @param firstWeights weights that the means start from
   * @param seed seed of λ and of the draws
   */
  public FamilyStep(
      Plan plan,
      FamilySettings settings,
      double lambda,
      int images,
      double[] firstWeights,
      Seed seed) {
    this.plan = plan;
    this.settings = settings;
    this.lambda = lambda;
    this.objective = Objective.of(settings, images);
    this.weights = new GeneratedWeights(plan, settings, firstWeights);
    this.noise = seed;
  }

  /**
   * Moves the fitted weights once.
   *
   * @param epoch epoch, counted from 1
   * @param step step within the epoch, counted from 0
   * @return cross-entropy and correct examples before the move, at the last λ drawn
   * @throws org.simplexity.method.DivergedException if the loss is not finite; what is fitted is
   *     then as it was
   */
  public Outcome take(int epoch, int step) {
    RandomGenerator random = noise.child(epoch).child(step).generator();
    int samples = settings.model().isHypernetwork() ? settings.samples() : 1;
    Outcome outcome = sample(random, 1.0 / samples, epoch, step);
    for (int k = 1; k < samples; k++) {
      outcome = sample(random, 1.0 / samples, epoch, step);
    }
    weights.move(epoch);
    return outcome;
  }

  private Outcome sample(RandomGenerator random, double share, int epoch, int step) {
    List<Double> knots = settings.knots();
    double drawn =
        settings.model().isHypernetwork() ? settings.distribution().draw(knots, random) : lambda;
    weights.draw(drawn, random);
    Outcome outcome = plan.gradients(GradientTarget.WEIGHTS);
    Divergence.check("train loss", outcome, epoch, step);
    weights.pullback(drawn, objective.penalty(drawn), share);
    return outcome;
  }

  /** Learning rate of an epoch, counted from 1. */
  double rate(int epoch) {
    return weights.rate(epoch);
  }

  /** The fitted weights. */
  GeneratedWeights weights() {
    return weights;
  }

  void save(Map<String, double[]> arrays) {
    weights.save(arrays);
  }

  void restore(MethodState state) {
    weights.restore(state);
  }
}
