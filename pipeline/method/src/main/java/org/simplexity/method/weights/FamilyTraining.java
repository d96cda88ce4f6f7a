package org.simplexity.method.weights;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.simplexity.data.ImageSet;
import org.simplexity.data.PreparedImages;
import org.simplexity.data.Seed;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Plan;
import org.simplexity.method.BatchFeed;
import org.simplexity.method.Conditions;
import org.simplexity.method.ImageFeeds;
import org.simplexity.method.LabelledImages;
import org.simplexity.method.MethodState;
import org.simplexity.method.Score;
import org.simplexity.method.ScoreSum;

/**
 * Fits the weights of a network at one λ, or a hypernetwork for all λ of its range.
 *
 * <p>All randomness comes from the seed, the epoch and the step, so a fitting restored from its
 * state goes on bit for bit as if it had never stopped.
 */
public final class FamilyTraining implements AutoCloseable {
  private final FamilySettings settings;
  private final double lambda;
  private final Network network;
  private final Plan plan;
  private final FamilyStep step;
  private final BatchFeed train;
  private final BatchFeed watched;
  private final BatchFeed test;
  private final Optional<UniqueOptima> optima;

  /**
   * Compiles the network and sets its first weights.
   *
   * @param network network of fixed structure, without normalisations
   * @param images splits; the validation split is trained on too if the settings say so
   * @param settings what is fitted, and how
   * @param lambda λ of a model that is no hypernetwork
   * @param conditions threads and seed
   * @throws IllegalArgumentException if the network has running statistics, which no one λ owns, or
   *     a batch is larger than the training split
   */
  public FamilyTraining(
      Network network,
      LabelledImages images,
      FamilySettings settings,
      double lambda,
      Conditions conditions) {
    if (network.statistics().length() > 0) {
      throw new IllegalArgumentException(
          "a network with normalisations has running statistics, which differ from one lambda to"
              + " the next: expected a network without");
    }
    this.network = network;
    this.settings = settings;
    this.lambda = lambda;
    this.plan = Plan.compile(network, conditions.plan(settings.batch()));
    PreparedImages prepared = images.prepared();
    ImageSet trained =
        settings.includeValidation()
            ? prepared.train().with(prepared.validation())
            : prepared.train();
    Seed seed = conditions.seed();
    double[] first = network.initialParameters(seed.child("weights").generator());
    this.step = new FamilyStep(plan, settings, lambda, trained.size(), first, seed.child("noise"));
    ImageFeeds feeds = settings.feeds(plan, images);
    this.train = feeds.training(trained, seed.child("train"));
    this.watched = feeds.evaluation(prepared.validation());
    this.test = feeds.evaluation(prepared.test());
    this.optima =
        settings.optimumGap()
            ? Optional.of(
                new UniqueOptima(network, images, trained, settings, conditions, lambdas()))
            : Optional.empty();
  }

  /**
   * Runs one epoch.
   *
   * @param epoch epoch, counted from 1, one after the last one run or restored
   * @throws org.simplexity.method.DivergedException if the loss is not finite
   */
  public FamilyEpoch epoch(int epoch) {
    ScoreSum sum = new ScoreSum();
    for (int index = 0; index < train.perEpoch(); index++) {
      train.load(epoch - 1, index);
      sum.add(step.take(epoch, index));
    }
    Map<Double, OptimumGap> gaps = optima.map(known -> known.gaps(family())).orElse(Map.of());
    return new FamilyEpoch(sum.mean(), scores(watched), gaps, step.rate(epoch));
  }

  /**
   * How far the computed minima may be from the true ones, in the Euclidean norm, by λ; empty
   * unless distances are told.
   */
  public Map<Double, Double> optimumErrors() {
    return optima.map(UniqueOptima::errors).orElse(Map.of());
  }

  /** Scores of the means by λ on the test split. */
  public Map<Double, Score> test() {
    return scores(test);
  }

  private Map<Double, Score> scores(BatchFeed feed) {
    WeightFamily family = family();
    Map<Double, Score> scores = new LinkedHashMap<>();
    for (double lambda : lambdas()) {
      float[] means = family.at(lambda).means();
      for (int i = 0; i < means.length; i++) {
        plan.parameters().set(i, means[i]);
      }
      scores.put(lambda, feed.score());
    }
    return scores;
  }

  private List<Double> lambdas() {
    return settings.model().isHypernetwork() ? settings.knots() : List.of(lambda);
  }

  /** What has been fitted. */
  public WeightFamily family() {
    List<float[]> vectors = new ArrayList<>();
    for (int j = 0; j < step.weights().count(); j++) {
      vectors.add(step.weights().vector(j).toFloatArray());
    }
    return new WeightFamily(network, settings.model(), settings.knots(), vectors);
  }

  /** All that {@link #restore} needs. */
  public MethodState state() {
    Map<String, double[]> arrays = new LinkedHashMap<>();
    step.save(arrays);
    return new MethodState(arrays);
  }

  /**
   * Goes back to a state.
   *
   * @param state what {@link #state} returned for the same network and settings
   */
  public void restore(MethodState state) {
    step.restore(state);
  }

  @Override
  public void close() {
    optima.ifPresent(UniqueOptima::close);
    plan.close();
  }
}
