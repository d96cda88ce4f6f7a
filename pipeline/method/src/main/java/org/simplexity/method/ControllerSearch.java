package org.simplexity.method;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.simplexity.data.Augmentation;
import org.simplexity.data.ImageSet;
import org.simplexity.data.Seed;
import org.simplexity.kernel.Mode;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Plan;
import org.simplexity.method.controller.Controller;
import org.simplexity.method.controller.DecisionSequence;
import org.simplexity.method.controller.LogitShape;
import org.simplexity.space.CellSpace;
import org.simplexity.space.StructureLayout;

/**
 * Search by a controller that draws discrete structures, with weights shared among them (Pham et
 * al. 2018, §2.2); with a controller that draws all alike, random search with shared weights (Li
 * and Talwalkar 2019, §3.2).
 *
 * <p>In an epoch, first the weights take a step on every train batch under a structure drawn for
 * it; operations that it has not are not run, and move by momentum and decay alone. Then the
 * controller takes its steps: the reward is the accuracy of a drawn structure on a validation
 * batch. At the end structures are drawn, scored on all whole batches of the validation split, and
 * the best is kept.
 *
 * <p>Rewards and scores of candidates normalise with the statistics of the batch, since running
 * statistics of shared weights are those of no structure; for the best the running statistics are
 * estimated anew on the train split.
 */
public final class ControllerSearch implements Search<ControllerEpoch> {
  private static final String GAMMA = "gamma";

  private final SearchSettings settings;
  private final CellSpace space;
  private final Network supernet;
  private final Plan plan;
  private final DecisionSequence sequence;
  private final Reinforcement controller;
  private final WeightStep weights;
  private final BatchFeed train;
  private final BatchFeed validation;
  private final BatchFeed candidates;
  private final BatchFeed evaluation;
  private final BatchFeed checked;
  private final Seed draws;
  private double[] found;

  /**
   * Compiles the supernet and draws the first weights and controller parameters.
   *
   * @param space cell space
   * @param images train and validation splits
   * @param settings epochs, batch, optimiser of the weights, strategy and controller
   * @param conditions threads and seed
   * @throws IllegalArgumentException if a batch is larger than one of the two splits
   */
  public ControllerSearch(
      CellSpace space, LabelledImages images, SearchSettings settings, Conditions conditions) {
    this.settings = settings;
    this.space = space;
    this.supernet = space.supernet();
    this.plan = Plan.compile(supernet, conditions.plan(settings.batch()));
    this.sequence = DecisionSequence.of(space.structure());
    Seed seed = conditions.seed();
    this.draws = seed.child("draws");
    ImageFeeds feeds = new ImageFeeds(plan, images, settings.batch());
    ImageSet held = images.prepared().validation();
    this.train = feeds.training(images.prepared().train(), seed.child("train"));
    this.validation = feeds.training(held, seed.child("validation"));
    this.candidates = unchanged(feeds).training(held, seed.child("candidates"));
    this.evaluation = feeds.evaluation(held);
    this.checked =
        feeds.evaluation(CheckedPlan.spread(images.prepared().train(), settings.batch()));
    plan.parameters().copyFrom(supernet.initialParameters(seed.child("weights").generator()));
    plan.statistics().copyFrom(supernet.initialStatistics());
    this.weights = new WeightStep(plan, settings.weights(), settings.epochs());
    this.controller = reinforcement(seed.child("controller"));
    this.found = sequence.gamma(controller.draw(draws.child("found").generator()).choices());
  }

  private static ImageFeeds unchanged(ImageFeeds feeds) {
    return new ImageFeeds(feeds.plan(), Augmentation.defaults(), feeds.statistics(), feeds.batch());
  }

  private Reinforcement reinforcement(Seed seed) {
    ControllerSettings own = settings.controller();
    LogitShape shape = new LogitShape(own.temperature(), own.logitBound());
    Controller drawing = new Controller(sequence.decisions(), own.hidden(), shape);
    double[] initial =
        isLearning() ? drawing.initial(seed.generator()) : new double[drawing.parameterCount()];
    return new Reinforcement(drawing, own, initial, settings.epochs());
  }

  private boolean isLearning() {
    return settings.strategy() == SearchStrategy.REINFORCEMENT;
  }

  @Override
  public ControllerEpoch epoch(int epoch) {
    DrawSum drawn = new DrawSum(sequence, layout().length());
    ScoreSum sum = new ScoreSum();
    for (int step = 0; step < train.perEpoch(); step++) {
      Seed noise = draws.child("weights").child(epoch).child(step);
      plan.structure().copyFrom(drawn.add(controller.draw(noise.generator())));
      train.load(epoch - 1, step);
      sum.add(weights.take(epoch, step));
    }
    OptionalDouble reward = learn(epoch);
    OptionalDouble baseline =
        reward.isPresent() ? OptionalDouble.of(controller.baseline()) : OptionalDouble.empty();
    Score score = epoch == settings.epochs() ? conclude(epoch) : draw(epoch);
    return new ControllerEpoch(
        sum.mean(),
        score,
        weights.rate(epoch),
        new ControllerEpoch.Learning(reward, baseline, drawn.entropy()),
        drawn.shares());
  }

  /** Mean reward of the controller's steps. */
  private OptionalDouble learn(int epoch) {
    if (!isLearning() || epoch <= settings.warmUpEpochs()) {
      return OptionalDouble.empty();
    }
    int steps = settings.controller().steps();
    double mean = 0;
    for (int step = 0; step < steps; step++) {
      validation.load((epoch - 1L) * steps + step);
      Seed noise = draws.child("controller").child(epoch).child(step);
      mean += controller.take(this::reward, epoch, noise.generator()) / steps;
    }
    return OptionalDouble.of(mean);
  }

  private double reward(int[] choices) {
    plan.structure().copyFrom(sequence.gamma(choices));
    return plan.forward(Mode.TRAINING).accuracy();
  }

  private Score draw(int epoch) {
    Seed noise = draws.child("found").child(epoch);
    found = sequence.gamma(controller.draw(noise.generator()).choices());
    return score(found);
  }

  /** Takes the best of some draws; equal ones give way to the earlier. */
  private Score conclude(int epoch) {
    Seed noise = draws.child("candidates").child(epoch);
    double best = Double.NEGATIVE_INFINITY;
    for (int index = 0; index < settings.controller().candidates(); index++) {
      double[] gamma = sequence.gamma(controller.draw(noise.child(index).generator()).choices());
      double accuracy = score(gamma).accuracy();
      if (accuracy > best) {
        best = accuracy;
        found = gamma;
      }
    }
    plan.structure().copyFrom(found);
    for (int step = 0; step < NetworkTraining.REFRESHING_STEPS; step++) {
      train.load((long) step);
      plan.forward(Mode.TRAINING);
    }
    return evaluation.score();
  }

  private Score score(double[] gamma) {
    plan.structure().copyFrom(gamma);
    ScoreSum sum = new ScoreSum();
    for (int index = 0; index < candidates.perEpoch(); index++) {
      candidates.load(0, index);
      sum.add(plan.forward(Mode.TRAINING));
    }
    return sum.mean();
  }

  @Override
  public GradientErrors gradientErrors() {
    plan.structure().copyFrom(found);
    return new SupernetCheck(plan, layout(), checked).errors();
  }

  @Override
  public StructureLayout layout() {
    return space.structure();
  }

  @Override
  public double[] parameters() {
    return new double[0];
  }

  @Override
  public double[] gamma() {
    return found.clone();
  }

  @Override
  public Network supernet() {
    return supernet;
  }

  @Override
  public NetworkWeights weights() {
    return NetworkWeights.of(
        supernet, plan.parameters().toFloatArray(), plan.statistics().toFloatArray());
  }

  @Override
  public MethodState state() {
    Map<String, double[]> arrays = new LinkedHashMap<>();
    arrays.put("parameters", plan.parameters().toArray());
    arrays.put("statistics", plan.statistics().toArray());
    arrays.put(GAMMA, found);
    weights.save(arrays);
    controller.save(arrays);
    return new MethodState(arrays);
  }

  @Override
  public void restore(MethodState state) {
    plan.parameters().copyFrom(state.array("parameters"));
    plan.statistics().copyFrom(state.array("statistics"));
    found = state.array(GAMMA);
    weights.restore(state);
    controller.restore(state);
  }

  @Override
  public void close() {
    plan.close();
  }
}
