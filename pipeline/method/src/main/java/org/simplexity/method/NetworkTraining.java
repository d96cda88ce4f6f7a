package org.simplexity.method;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.simplexity.data.ImageSet;
import org.simplexity.data.PreparedImages;
import org.simplexity.data.Seed;
import org.simplexity.kernel.Mode;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Plan;

/**
 * Training of a network of fixed structure: minimises the mean cross-entropy over w, with that of
 * an auxiliary head times its weight if the network has one.
 *
 * <p>All randomness comes from the seed, the epoch and the step, so a training restored from its
 * state goes on bit for bit as if it had never stopped.
 */
public final class NetworkTraining implements AutoCloseable {
  /**
   * Passes that estimate running statistics again: with a momentum of 0.1 the share 0.9⁶⁰, below
   * 0.002, of the old ones remains.
   */
  public static final int REFRESHING_STEPS = 60;

  private final Network network;
  private final Plan plan;
  private final WeightStep weights;
  private final TrainingSettings settings;
  private final Seed paths;
  private final BatchFeed train;
  private final @Nullable BatchFeed validation;
  private final BatchFeed test;
  private final CheckedPlan check;

  /**
   * Compiles the network and sets its first weights.
   *
   * @param network network without structure parameters, with the drop-paths and the auxiliary head
   *     of {@link TrainingSettings#regularisation}
   * @param start first weights
   * @param images splits; the validation split is trained on too if the settings say so
   * @param settings epochs, batch and optimiser
   * @param conditions threads and seed of the batches
   * @throws IllegalArgumentException if a batch is larger than the train split
   */
  public NetworkTraining(
      Network network,
      NetworkVectors start,
      LabelledImages images,
      TrainingSettings settings,
      Conditions conditions) {
    this.network = network;
    this.settings = settings;
    this.plan = Plan.compile(network, conditions.plan(settings.batch()));
    plan.parameters().copyFrom(start.parameters());
    plan.statistics().copyFrom(start.statistics());
    this.weights = new WeightStep(plan, settings.optimiser(), settings.epochs());
    PreparedImages prepared = images.prepared();
    ImageFeeds feeds = new ImageFeeds(plan, images, settings.batch());
    Seed seed = conditions.seed().child("train");
    this.paths = conditions.seed().child("drop-path");
    this.train = feeds.training(trainedOn(prepared, settings), seed);
    this.validation = settings.includeValidation() ? null : feeds.evaluation(prepared.validation());
    this.test = feeds.evaluation(prepared.test());
    ImageSet checked = CheckedPlan.spread(trainedOn(prepared, settings), settings.batch());
    this.check = new CheckedPlan(plan, feeds.evaluation(checked));
  }

  private static ImageSet trainedOn(PreparedImages prepared, TrainingSettings settings) {
    return settings.includeValidation()
        ? prepared.train().with(prepared.validation())
        : prepared.train();
  }

  /**
   * Runs one epoch.
   *
   * @param epoch epoch, counted from 1, one after the last one run or restored
   * @throws DivergedException if the loss is not finite
   */
  public TrainingEpoch epoch(int epoch) {
    ScoreSum sum = new ScoreSum();
    for (int step = 0; step < train.perEpoch(); step++) {
      train.load(epoch - 1, step);
      dropPaths(epoch, step);
      sum.add(weights.take(epoch, step));
    }
    return new TrainingEpoch(sum.mean(), validation(), weights.rate(epoch));
  }

  private void dropPaths(int epoch, int step) {
    if (settings.dropPathProbability() > 0) {
      plan.drawPaths(
          paths.child(epoch).child(step).generator(), settings.dropPathProbability(epoch));
    }
  }

  /**
   * Re-estimates the running statistics of the normalisations at fixed weights, by forward passes
   * over train batches without dropped paths; of the old statistics less than 0.2 % remain.
   */
  public void refreshStatistics() {
    plan.drawPaths(paths.generator(), 0);
    for (int step = 0; step < REFRESHING_STEPS; step++) {
      train.load((long) step);
      plan.forward(Mode.TRAINING);
    }
  }

  /**
   * Compares all gradients with differences of the loss on one batch of train images, without
   * random changes and dropped paths; nothing of the training changes.
   */
  public GradientErrors gradientErrors() {
    plan.drawPaths(paths.generator(), 0);
    return check.restoring(check::errors);
  }

  /** Score on the validation split, or null where that split is trained on. */
  public @Nullable Score validation() {
    return validation == null ? null : validation.score();
  }

  /** Score on the test split with the weights as they are. */
  public Score test() {
    return test.score();
  }

  /** The weights and statistics as they are, by name. */
  public NetworkWeights weights() {
    return NetworkWeights.of(
        network, plan.parameters().toFloatArray(), plan.statistics().toFloatArray());
  }

  /** All that {@link #restore} needs. */
  public MethodState state() {
    Map<String, double[]> arrays = new LinkedHashMap<>();
    arrays.put("parameters", plan.parameters().toArray());
    arrays.put("statistics", plan.statistics().toArray());
    weights.save(arrays);
    return new MethodState(arrays);
  }

  /**
   * Goes back to a state.
   *
   * @param state what {@link #state} returned for the same network and settings
   */
  public void restore(MethodState state) {
    plan.parameters().copyFrom(state.array("parameters"));
    plan.statistics().copyFrom(state.array("statistics"));
    weights.restore(state);
  }

  @Override
  public void close() {
    plan.close();
  }
}
