package org.simplexity.method.ensemble;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.simplexity.data.Seed;
import org.simplexity.kernel.GradientTarget;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Plan;
import org.simplexity.method.BatchFeed;
import org.simplexity.method.Conditions;
import org.simplexity.method.ImageFeeds;
import org.simplexity.method.LabelledImages;
import org.simplexity.method.MethodState;
import org.simplexity.method.NetworkVectors;
import org.simplexity.method.NetworkWeights;
import org.simplexity.method.ScoreSum;
import org.simplexity.method.family.FamilySum;
import org.simplexity.method.family.PiecewiseLinearLogits;
import org.simplexity.method.family.StructureFamilyStep;
import org.simplexity.space.CellSpace;

/**
 * Training of a hypernetwork of diversity (diverse ensembles, "our problem statement"): each step
 * first lowers E_λ [L_val(w, h(λ, a)) + C (λ − ⟨α*, GS(h(λ, a))⟩)²] in a at fixed w, then E_λ
 * L_train(w, h(λ, a)) in w, as DARTS with ξ = 0.
 *
 * <p>All randomness comes from the seed, the epoch and the step: a training restored from its state
 * goes on bit for bit as if it had never stopped.
 */
public final class DiversitySearch implements AutoCloseable {
  private final DiversitySettings settings;
  private final OptimalStructure optimum;
  private final Network supernet;
  private final Plan plan;
  private final PiecewiseLinearLogits map;
  private final StructureFamilyStep step;
  private final BatchFeed train;
  private final BatchFeed validation;

  /**
   * Compiles the supernet and sets the first weights and hypernetwork parameters.
   *
   * @param space cell space
   * @param images train and validation splits
   * @param settings what is trained, and how
   * @param found what a search has found
   * @param conditions threads and seed
   * @throws IllegalArgumentException if a batch is larger than one of the two splits, or the
   *     weights are of another space
   */
  public DiversitySearch(
      CellSpace space,
      LabelledImages images,
      DiversitySettings settings,
      Found found,
      Conditions conditions) {
    this.settings = settings;
    this.optimum = found.optimum();
    this.map = settings.map(optimum);
    this.supernet = space.supernet();
    this.plan = Plan.compile(supernet, conditions.plan(settings.batch()));
    Seed seed = conditions.seed();
    ImageFeeds feeds = new ImageFeeds(plan, images, settings.batch());
    this.train = feeds.training(images.prepared().train(), seed.child("train"));
    this.validation = feeds.training(images.prepared().validation(), seed.child("validation"));
    this.step = new StructureFamilyStep(plan, map, settings.steps(), seed.child("structure"));
    NetworkWeights weights = found.weights();
    NetworkVectors first =
        settings.warmStart() && weights != null
            ? NetworkVectors.inherited(supernet, weights, supernet)
            : NetworkVectors.fresh(supernet, seed.child("weights"));
    plan.parameters().copyFrom(first.parameters());
    plan.statistics().copyFrom(first.statistics());
    if (settings.warmStart()) {
      step.start(warm(seed.child("structure").child("hypernetwork").generator()));
    }
  }

  /**
   * What a search has found.
   *
   * @param optimum α*
   * @param weights weights of the search's supernet; without them a warm start has those of fresh
   *     networks
   */
  public record Found(OptimalStructure optimum, @Nullable NetworkWeights weights) {}

  private double[] warm(RandomGenerator random) {
    double[] parameters = new WarmStart(optimum, map).parameters();
    double[] noise = map.initial(settings.initialScale(), random);
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] += noise[i];
    }
    return parameters;
  }

  /**
   * Runs one epoch.
   *
   * @param epoch epoch, counted from 1, one after the last one run or restored
   * @throws org.simplexity.method.DivergedException if a loss is not finite
   */
  public DiversityEpoch epoch(int epoch) {
    DiversityLoss loss =
        new DiversityLoss(plan, map, optimum, settings.penalty(), settings.beyond());
    ScoreSum ofWeights = new ScoreSum();
    ScoreSum ofStructure = new ScoreSum();
    double error = 0;
    int steps = train.perEpoch();
    for (int index = 0; index < steps; index++) {
      validation.load((epoch - 1L) * steps + index);
      FamilySum moved = step.take(loss, GradientTarget.STRUCTURE, epoch, index);
      moved.addTo(ofStructure);
      error += moved.cost() / steps;
      train.load(epoch - 1, index);
      step.take(loss, GradientTarget.WEIGHTS, epoch, index).addTo(ofWeights);
    }
    double temperature = settings.temperature().value(epoch, settings.epochs());
    return new DiversityEpoch(
        ofWeights.mean(), ofStructure.mean(), error, temperature, step.rate(epoch));
  }

  /** Multiply-adds of the forward passes of the training steps of an epoch. */
  public double multiplyAdds() {
    return 2.0 * train.perEpoch() * settings.samples() * settings.batch() * supernet.multiplyAdds();
  }

  /** The structures as they are now, drawn at the last epoch's temperature. */
  public DiverseFamily family() {
    return settings.family(optimum, step.parameters());
  }

  /** The shared weights and statistics as they are, by name. */
  public NetworkWeights weights() {
    return NetworkWeights.of(
        supernet, plan.parameters().toFloatArray(), plan.statistics().toFloatArray());
  }

  /** All that {@link #restore} needs. */
  public MethodState state() {
    Map<String, double[]> arrays = new LinkedHashMap<>();
    arrays.put("parameters", plan.parameters().toArray());
    arrays.put("statistics", plan.statistics().toArray());
    step.save(arrays);
    return new MethodState(arrays);
  }

  /**
   * Goes back to a state.
   *
   * @param state what {@link #state} returned for the same space and settings
   */
  public void restore(MethodState state) {
    plan.parameters().copyFrom(state.array("parameters"));
    plan.statistics().copyFrom(state.array("statistics"));
    step.restore(state);
  }

  @Override
  public void close() {
    plan.close();
  }
}
