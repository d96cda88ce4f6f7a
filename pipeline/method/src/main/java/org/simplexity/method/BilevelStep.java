package org.simplexity.method;

import java.util.Arrays;
import org.simplexity.kernel.Plan;
import org.simplexity.method.bilevel.Gradients;
import org.simplexity.method.bilevel.OuterGradient;

/**
 * One step of the structure parameters, and of learned log precisions, with a gradient that crosses
 * the training of the weights ({@link OuterGradientSettings}). The weights stay where they are.
 */
public final class BilevelStep {
  private final Plan plan;
  private final StructureStep structure;
  private final WeightPrecisions precisions;
  private final SearchSettings settings;

  /**
   * A step with the optimiser of the precisions, if they are learned, at its start.
   *
   * @param plan supernet with its weights
   * @param structure the structure that is moved
   * @param settings outer gradient, weight decay, precisions
   */
  public BilevelStep(Plan plan, StructureStep structure, SearchSettings settings) {
    this.plan = plan;
    this.structure = structure;
    this.precisions =
        new WeightPrecisions(settings.precision(), settings.epochs(), plan.parameters().length());
    this.settings = settings;
  }

  /**
   * Moves structure and precisions once.
   *
   * @param epoch epoch, counted from 1
   * @param step step within the epoch, counted from 0
   * @param batches batches of the two losses
   * @param weightsRate learning rate of the weights
   * @throws DivergedException if a loss is not finite; nothing has moved then
   */
  public void take(int epoch, int step, StepBatches batches, double weightsRate) {
    take(epoch, step, batches, weightsRate, structure.structure().watch());
  }

  void take(int epoch, int step, StepBatches batches, double weightsRate, EdgeWatch watch) {
    SupernetProblem.Moment moment =
        new SupernetProblem.Moment(epoch, step, structure.forStructure(epoch, step), watch);
    SupernetProblem problem = new SupernetProblem(subject(), batches, moment);
    OuterGradient gradient = settings.outer().of(weightsRate);
    double[] weights = plan.parameters().toArray();
    double[] theta = structure.structure().alpha();
    Gradients outer = gradient.at(problem, weights, hyperparameters(theta));
    plan.parameters().copyFrom(weights);
    move(outer.hyperparameters(), theta.length, epoch, watch);
  }

  private double[] hyperparameters(double[] theta) {
    double[] logs = precisions.logs();
    double[] h = Arrays.copyOf(theta, theta.length + logs.length);
    System.arraycopy(logs, 0, h, theta.length, logs.length);
    return h;
  }

  private void move(double[] gradient, int structureLength, int epoch, EdgeWatch watch) {
    double[] own = Arrays.copyOf(gradient, structureLength);
    watch.move(own);
    structure.structure().step(own, epoch);
    if (precisions.isOn()) {
      precisions.step(Arrays.copyOfRange(gradient, structureLength, gradient.length), epoch);
    }
  }

  private SupernetProblem.Subject subject() {
    return new SupernetProblem.Subject(
        plan,
        structure.structure(),
        structure.prior(),
        settings.weights().weightDecay(),
        precisions.isOn());
  }

  WeightPrecisions precisions() {
    return precisions;
  }
}
