package org.simplexity.method;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.simplexity.data.ImageSet;
import org.simplexity.data.Seed;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Plan;
import org.simplexity.space.CellSpace;
import org.simplexity.space.StructureLayout;

/**
 * Alternating search of structure and weights (Liu et al. 2019, algorithm 1).
 *
 * <p>With γ drawn on every edge from a distribution with parameters θ, at its simplest the point γ
 * = softmax(θ), each step first lowers the validation loss Q, with the prior of the structure, in θ
 * by a gradient of first or second order, then the train loss L in w under another draw. Scores are
 * those of the structure that stands for the distribution. All randomness comes from the seed, the
 * epoch and the step, so a search restored from its state goes on bit for bit as if it had never
 * stopped.
 */
public final class StructureSearch implements Search<SearchEpoch> {
  private final SearchSettings settings;
  private final Network supernet;
  private final Plan plan;
  private final StructureStep structure;
  private final BilevelStep bilevel;
  private final WeightPrecisions precisions;
  private final Escape escape;
  private final WeightStep weights;
  private final BatchFeed train;
  private final BatchFeed validation;
  private final BatchFeed evaluation;
  private final CellSpace space;
  private final LabelledImages images;
  private final Conditions conditions;

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
    this.space = space;
    this.images = images;
    this.conditions = conditions;
    this.supernet = space.supernet();
    Seed seed = conditions.seed();
    boolean perImage = settings.relaxation().draw() == DrawScope.IMAGE;
    this.plan =
        Plan.compile(supernet, conditions.plan(settings.batch()).withStructurePerExample(perImage));
    ImageFeeds feeds = new ImageFeeds(plan, images, settings.batch());
    this.train = feeds.training(images.prepared().train(), seed.child("train"));
    this.validation = feeds.training(images.prepared().validation(), seed.child("validation"));
    this.evaluation = feeds.evaluation(images.prepared().validation());
    plan.parameters().copyFrom(supernet.initialParameters(seed.child("weights").generator()));
    plan.statistics().copyFrom(supernet.initialStatistics());
    int epochs = settings.epochs();
    this.structure = new StructureStep(plan, space.structure(), settings, seed.child("structure"));
    this.bilevel = new BilevelStep(plan, structure, settings);
    this.precisions = bilevel.precisions();
    this.weights = new WeightStep(plan, settings.weights(), epochs, precisions);
    this.escape = new Escape(settings.escape(), structure.structure(), epochs);
  }

  @Override
  public SearchEpoch epoch(int epoch) {
    structure.structure().begin(epoch);
    EdgeWatch watch = structure.structure().watch();
    ScoreSum sum = new ScoreSum();
    int steps = train.perEpoch();
    for (int step = 0; step < steps; step++) {
      if (epoch > settings.warmUpEpochs() && !escape.frozen()) {
        moveStructure(epoch, step, watch);
      }
      Seed noise = structure.forWeights(epoch, step);
      double[] theta = escape.forWeights(epoch, noise.child("perturbation").generator());
      structure.publish(theta, noise);
      train.load(epoch - 1, step);
      sum.add(weights.take(epoch, step));
    }
    structure.publishCentre();
    Score score = evaluation.score();
    StructureDiagnosis diagnosis = escape.after(epoch, watch, eigenvalue(epoch));
    structure.publishCentre();
    return new SearchEpoch(sum.mean(), score, weights.rate(epoch), diagnosis);
  }

  private void moveStructure(int epoch, int step, EdgeWatch watch) {
    long index = (epoch - 1L) * train.perEpoch() + step;
    if (settings.outer().isFirstOrder()) {
      validation.load(index);
      structure.take(epoch, step, watch);
      return;
    }
    bilevel.take(epoch, step, new Fed(epoch - 1, step, index), weights.rate(epoch), watch);
  }

  /** Batches of a step: of the train split by epoch and step, of the other by a running number. */
  private final class Fed implements StepBatches {
    private final int epoch;
    private final int step;
    private final long index;

    private Fed(int epoch, int step, long index) {
      this.epoch = epoch;
      this.step = step;
      this.index = index;
    }

    @Override
    public void loadTrain() {
      train.load(epoch, step);
    }

    @Override
    public void loadValidation() {
      validation.load(index);
    }
  }

  private OptionalDouble eigenvalue(int epoch) {
    int iterations = settings.escape().eigenvalueIterations();
    return iterations == 0 || epoch <= settings.warmUpEpochs()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            structure.eigenvalue(
                epoch, iterations, new Fed(epoch - 1, 0, (epoch - 1L) * train.perEpoch())));
  }

  /** Takes the time of some dozen steps. */
  @Override
  public GradientErrors gradientErrors() {
    if (!plan.settings().structurePerExample()) {
      return check(plan).errors();
    }
    try (Plan plain = Plan.compile(supernet, conditions.plan(settings.batch()))) {
      plain.parameters().copyFrom(plan.parameters());
      plain.statistics().copyFrom(plan.statistics());
      plain.structure().copyFrom(structure.structure().gamma());
      return check(plain).errors();
    }
  }

  private SupernetCheck check(Plan checked) {
    ImageSet spread = CheckedPlan.spread(images.prepared().train(), settings.batch());
    ImageFeeds feeds = new ImageFeeds(checked, images, settings.batch());
    return new SupernetCheck(checked, space.structure(), feeds.evaluation(spread));
  }

  @Override
  public StructureLayout layout() {
    return space.structure();
  }

  @Override
  public double[] parameters() {
    return structure().alpha();
  }

  @Override
  public double[] gamma() {
    return structure().gamma();
  }

  /** The structure parameters and γ as they are now. */
  public Structure structure() {
    return structure.structure();
  }

  /**
   * The log precision below which a share of the weights lies, where precisions are learned.
   *
   * @param share of the weights, in [0, 1]
   */
  public OptionalDouble precisionQuantile(double share) {
    return precisions.isOn()
        ? OptionalDouble.of(precisions.quantile(share))
        : OptionalDouble.empty();
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
    weights.save(arrays);
    structure.structure().save(arrays);
    precisions.save(arrays);
    escape.save(arrays);
    return new MethodState(arrays);
  }

  @Override
  public void restore(MethodState state) {
    plan.parameters().copyFrom(state.array("parameters"));
    plan.statistics().copyFrom(state.array("statistics"));
    weights.restore(state);
    structure.restore(state);
    precisions.restore(state);
    escape.restore(state);
  }

  @Override
  public void close() {
    plan.close();
  }
}
