package org.simplexity.method.family;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.simplexity.data.Seed;
import org.simplexity.kernel.GradientTarget;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Plan;
import org.simplexity.method.BatchFeed;
import org.simplexity.method.Conditions;
import org.simplexity.method.ImageFeeds;
import org.simplexity.method.LabelledImages;
import org.simplexity.method.MethodState;
import org.simplexity.method.NetworkWeights;
import org.simplexity.method.Score;
import org.simplexity.method.ScoreSum;
import org.simplexity.space.CellSpace;
import org.simplexity.space.StructureLayout;

/**
 * Search of a family of structures: minimises E_c E_γ [CE(w, γ) + κ Lat(α(c, a), S)] over shared
 * weights w and parameters a of a hypernetwork, γ ~ GS(α(c, a), t), S the prices at c (vector
 * complexity, "problem statement").
 *
 * <p>All randomness comes from the seed, the epoch and the step, and a state holds the costs too,
 * which no second measurement would give again: a search restored from its state goes on bit for
 * bit as if it had never stopped.
 */
public final class StructureFamilySearch implements AutoCloseable {
  private static final String COSTS = "costs";
  private static final String FRAME = "frame";

  private final StructureFamilySettings settings;
  private final StructureLayout layout;
  private final Network supernet;
  private final Plan plan;
  private final StructureHypernetwork map;
  private final ComplexityControl control;
  private final StructureFamilyStep step;
  private final BatchFeed train;
  private final BatchFeed validation;
  private final BatchFeed evaluation;
  private OperationCosts costs;

  /**
   * Compiles the supernet and draws the first weights and hypernetwork parameters.
   *
   * @param space cell space
   * @param images train and validation splits
   * @param settings what is searched, and how
   * @param costs what operations cost, such as a {@link CostMix}
   * @param conditions threads and seed
   * @throws IllegalArgumentException if the costs are of another space, or a batch is larger than
   *     one of the two splits
   */
  public StructureFamilySearch(
      CellSpace space,
      LabelledImages images,
      StructureFamilySettings settings,
      OperationCosts costs,
      Conditions conditions) {
    this.layout = space.structure();
    if (!costs.layout().equals(layout)) {
      throw new IllegalArgumentException(
          "costs are of the structure %s, not of %s".formatted(costs.layout(), layout));
    }
    this.settings = settings;
    this.costs = costs;
    this.map = settings.map(layout);
    this.control = settings.control(layout.operations().size());
    this.supernet = space.supernet();
    this.plan = Plan.compile(supernet, conditions.plan(settings.batch()));
    Seed seed = conditions.seed();
    ImageFeeds feeds = new ImageFeeds(plan, images, settings.batch());
    this.train = feeds.training(images.prepared().train(), seed.child("train"));
    this.validation = feeds.training(images.prepared().validation(), seed.child("validation"));
    this.evaluation = feeds.evaluation(images.prepared().validation());
    plan.parameters().copyFrom(supernet.initialParameters(seed.child("weights").generator()));
    plan.statistics().copyFrom(supernet.initialStatistics());
    this.step = new StructureFamilyStep(plan, map, settings.steps(), seed.child("structure"));
  }

  /**
   * Runs one epoch.
   *
   * @param epoch epoch, counted from 1, one after the last one run or restored
   * @throws org.simplexity.method.DivergedException if a loss is not finite
   */
  public StructureFamilyEpoch epoch(int epoch) {
    PricedLoss loss = new PricedLoss(plan, control, map, costs, settings.kappa());
    ScoreSum scores = new ScoreSum();
    double cost = 0;
    for (int index = 0; index < train.perEpoch(); index++) {
      FamilySum sum = take(loss, epoch, index);
      sum.addTo(scores);
      cost += sum.cost() / train.perEpoch();
    }
    double temperature = settings.temperature().value(epoch, settings.epochs());
    Score score = validation(control.middle());
    return new StructureFamilyEpoch(scores.mean(), score, cost, temperature, step.rate(epoch));
  }

  private FamilySum take(PricedLoss loss, int epoch, int index) {
    if (settings.levels() == Levels.ONE) {
      train.load(epoch - 1, index);
      return step.take(loss, GradientTarget.BOTH, epoch, index);
    }
    validation.load((epoch - 1L) * train.perEpoch() + index);
    step.take(loss, GradientTarget.STRUCTURE, epoch, index);
    train.load(epoch - 1, index);
    return step.take(loss, GradientTarget.WEIGHTS, epoch, index);
  }

  /**
   * Score on the validation split of the mixture γ = softmax(α(c, a)).
   *
   * @param condition c
   */
  public Score validation(double[] condition) {
    plan.structure().copyFrom(family().shares(condition));
    return evaluation.score();
  }

  /** The structures as they are now. */
  public StructureFamily family() {
    return new StructureFamily(layout, control, map, step.parameters());
  }

  /** What operations cost in this search; after {@link #restore} what they did in the first. */
  public OperationCosts costs() {
    return costs;
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
    arrays.put(COSTS, costs.table());
    arrays.put(FRAME, new double[] {costs.frame()});
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
    double frame = Arrays.stream(state.array(FRAME)).sum();
    costs = new OperationCosts(layout, state.array(COSTS), frame);
    step.restore(state);
  }

  @Override
  public void close() {
    plan.close();
  }
}
