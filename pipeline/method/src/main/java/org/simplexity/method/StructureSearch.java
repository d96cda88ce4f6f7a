package org.simplexity.method;

import java.util.LinkedHashMap;
import java.util.Map;
import org.simplexity.data.ImageSet;
import org.simplexity.data.Seed;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Plan;
import org.simplexity.space.CellSpace;

/**
 * Alternating first-order search of structure and weights (Liu et al. 2019, algorithm 1, ξ = 0).
 *
 * <p>With γ = softmax(α) on every edge, each step first lowers the validation loss Q in α at fixed
 * weights, ∂α = (∂γ/∂α)ᵀ ∂Q/∂γ, then the train loss L in w at fixed α. All randomness comes from
 * the seed, the epoch and the step, so a search restored from its state goes on bit for bit as if
 * it had never stopped.
 */
public final class StructureSearch implements AutoCloseable {
  private final SearchSettings settings;
  private final Network supernet;
  private final Plan plan;
  private final StructureStep structure;
  private final WeightStep weights;
  private final BatchFeed train;
  private final BatchFeed validation;
  private final BatchFeed evaluation;
  private final SupernetCheck check;

  /**
   * Compiles the supernet and draws the first weights and structure parameters.
   *
   * @param space cell space
   * @param images train and validation splits
   * @param settings epochs, batch and optimisers
   * @param conditions threads and seed
   * @throws IllegalArgumentException if a batch is larger than one of the two splits
   */
  public StructureSearch(
      CellSpace space, LabelledImages images, SearchSettings settings, Conditions conditions) {
    this.settings = settings;
    this.supernet = space.supernet();
    Seed seed = conditions.seed();
    this.plan = Plan.compile(supernet, conditions.plan(settings.batch()));
    ImageFeeds feeds = new ImageFeeds(plan, images, settings.batch());
    this.train = feeds.training(images.prepared().train(), seed.child("train"));
    this.validation = feeds.training(images.prepared().validation(), seed.child("validation"));
    this.evaluation = feeds.evaluation(images.prepared().validation());
    ImageSet checked = CheckedPlan.spread(images.prepared().train(), settings.batch());
    this.check = new SupernetCheck(plan, space.structure(), feeds.evaluation(checked));
    plan.parameters().copyFrom(supernet.initialParameters(seed.child("weights").generator()));
    plan.statistics().copyFrom(supernet.initialStatistics());
    this.weights = new WeightStep(plan, settings.weights(), settings.epochs());
    this.structure = new StructureStep(plan, space.structure(), settings, seed.child("structure"));
  }

  /**
   * Runs one epoch.
   *
   * @param epoch epoch, counted from 1, one after the last one run or restored
   * @throws DivergedException if a loss is not finite
   */
  public SearchEpoch epoch(int epoch) {
    ScoreSum sum = new ScoreSum();
    int steps = train.perEpoch();
    for (int step = 0; step < steps; step++) {
      if (epoch > settings.warmUpEpochs()) {
        validation.load((epoch - 1L) * steps + step);
        structure.take(epoch, step);
      }
      train.load(epoch - 1, step);
      sum.add(weights.take(epoch, step));
    }
    return new SearchEpoch(sum.mean(), evaluation.score(), weights.rate(epoch));
  }

  /**
   * Compares all gradients with differences of the loss on one batch of train images, without
   * random changes; nothing of the search changes. Takes the time of some dozen steps.
   */
  public GradientErrors gradientErrors() {
    return check.errors();
  }

  /** The structure parameters and γ as they are now. */
  public Structure structure() {
    return structure.structure();
  }

  /** The network that is searched. */
  public Network supernet() {
    return supernet;
  }

  /** The weights and statistics as they are, by name. */
  public NetworkWeights weights() {
    return NetworkWeights.of(
        supernet, plan.parameters().toFloatArray(), plan.statistics().toFloatArray());
  }

  /** All that {@link #restore} needs. */
  public MethodState state() {
    Map<String, double[]> arrays = new LinkedHashMap<>();
    arrays.put("parameters", plan.parameters().toArray());
    arrays.put("statistics", plan.statistics().toArray());
    weights.save(arrays);
    structure.structure().save(arrays);
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
    weights.restore(state);
    structure.restore(state);
  }

  @Override
  public void close() {
    plan.close();
  }
}
