package org.simplexity.method.family;

import java.util.Map;
import java.util.random.RandomGenerator;
import org.simplexity.data.Seed;
import org.simplexity.kernel.FlatVector;
import org.simplexity.kernel.GradientTarget;
import org.simplexity.kernel.Plan;
import org.simplexity.kernel.Precision;
import org.simplexity.kernel.vector.LinearCombination;
import org.simplexity.method.Divergence;
import org.simplexity.method.MethodState;
import org.simplexity.method.Optimisation;

/**
 * Moves shared weights w and hypernetwork parameters a down the mean of a {@link FamilyLoss} over
 * some complexities, on the batch that a plan has loaded.
 */
public final class StructureFamilyStep {
  private static final String HYPERNETWORK = "hypernetwork";

  private final Plan plan;
  private final FamilyStepSettings settings;
  private final Seed noise;
  private final FlatVector parameters;
  private final FlatVector parameterGradient;
  private final FlatVector weightGradient;
  private final Optimisation ofParameters;
  private final Optimisation ofWeights;

  /**
   * A step with both optimisers at their start and the first a.
   *
   * @param plan supernet with its weights, which are moved in place
   * @param map hypernetwork
   * @param settings draws and optimisers
   * @param seed seed of the first a and of the draws
   */
  public StructureFamilyStep(
      Plan plan, StructureHypernetwork map, FamilyStepSettings settings, Seed seed) {
    this.plan = plan;
    this.settings = settings;
    this.noise = seed.child("draws");
    this.parameters = FlatVector.zeros(map.parameterCount(), Precision.DOUBLE);
    parameters.copyFrom(map.initial(settings.initialScale(), seed.child(HYPERNETWORK).generator()));
    this.parameterGradient = parameters.zerosLike();
    this.weightGradient = plan.parameters().zerosLike();
    int epochs = settings.epochs();
    this.ofParameters =
        new Optimisation(settings.hypernetwork(), epochs, parameters, parameterGradient);
    this.ofWeights =
        new Optimisation(settings.weights(), epochs, plan.parameters(), weightGradient);
  }

  /**
   * Moves what the target names.
   *
   * @param loss loss
   * @param target w, a or both
   * @param epoch epoch, counted from 1
   * @param step step within the epoch, counted from 0
   * @return means before the move
   * @throws org.simplexity.method.DivergedException if the loss is not finite; nothing has moved
   *     then
   */
  public FamilySum take(FamilyLoss loss, GradientTarget target, int epoch, int step) {
    FamilySum sum = new FamilySum();
    RandomGenerator random = noise.child(target.name()).child(epoch).child(step).generator();
    double temperature = settings.temperature().value(epoch, settings.epochs());
    double[] a = parameters.toArray();
    weightGradient.fill(0);
    parameterGradient.fill(0);
    for (int k = 0; k < settings.samples(); k++) {
      FamilySample sample = loss.sample(a, new FamilyLoss.Moment(temperature, random), target);
      Divergence.check("loss", sample.outcome(), epoch, step);
      gather(sample, target);
      sum.add(sample);
    }
    move(target, epoch);
    return sum;
  }

  private void gather(FamilySample sample, GradientTarget target) {
    double share = 1.0 / settings.samples();
    if (target.weights()) {
      LinearCombination.add(share, plan.parameterGradients(), weightGradient);
    }
    double[] gradient = sample.gradient();
    for (int i = 0; i < gradient.length; i++) {
      parameterGradient.set(i, parameterGradient.get(i) + share * gradient[i]);
    }
  }

  private void move(GradientTarget target, int epoch) {
    if (target.weights()) {
      ofWeights.step(epoch);
    }
    if (target.structure()) {
      ofParameters.step(epoch);
    }
  }

  /**
   * Sets a before the first step.
   *
   * @param first a
   * @throws IllegalArgumentException if the length does not fit
   */
  public void start(double[] first) {
    Lengths.check("parameters", first, parameters.length());
    parameters.copyFrom(first);
  }

  /** a, a copy. */
  public double[] parameters() {
    return parameters.toArray();
  }

  /** Learning rate of the weights in an epoch, counted from 1. */
  public double rate(int epoch) {
    return ofWeights.rate(epoch);
  }

  /**
   * Adds a and the state of both optimisers.
   *
   * @param arrays receiver
   */
  public void save(Map<String, double[]> arrays) {
    arrays.put(HYPERNETWORK, parameters());
    ofParameters.save(HYPERNETWORK, arrays);
    ofWeights.save("weights", arrays);
  }

  /**
   * Goes back to a state.
   *
   * @param state holds what {@link #save} added
   */
  public void restore(MethodState state) {
    parameters.copyFrom(state.array(HYPERNETWORK));
    ofParameters.restore(HYPERNETWORK, state);
    ofWeights.restore("weights", state);
  }
}
