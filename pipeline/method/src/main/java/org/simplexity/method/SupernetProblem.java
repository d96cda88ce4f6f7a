package org.simplexity.method;

import java.util.Arrays;
import org.simplexity.data.Seed;
import org.simplexity.kernel.GradientTarget;
import org.simplexity.kernel.Outcome;
import org.simplexity.kernel.Plan;
import org.simplexity.method.bilevel.BilevelProblem;
import org.simplexity.method.bilevel.Gradients;

/**
 * The two losses of a search at one step: L on a batch of the train split with the L2 terms of the
 * weights, Q on a batch of the validation split with the prior of the structure.
 *
 * <p>h holds the structure parameters and then, if they are learned, the log precisions a. L =
 * cross-entropy + weight_decay ‖w‖² / 2 + Σ exp(a_i) w_i² (structure search with Dirichlet priors,
 * "L and Q"). Noise of the draws is the same in all calls of a step, so equal arguments give equal
 * results. Running statistics of the plan stay as they were.
 */
final class SupernetProblem implements BilevelProblem {
  private final Plan plan;
  private final Structure structure;
  private final StructurePrior prior;
  private final double weightDecay;
  private final boolean precisions;
  private final double[] statistics;
  private final StepBatches batches;
  private final Moment moment;
  private boolean trainLoaded;
  private boolean loaded;

  /**
   * When a step is taken.
   *
   * @param epoch epoch, counted from 1
   * @param step step within the epoch, counted from 0
   * @param noise seed of the draws
   * @param watch what is told of ∂Q/∂γ
   */
  record Moment(int epoch, int step, Seed noise, EdgeWatch watch) {}

  /**
   * What the problem is about.
   *
   * @param plan supernet
   * @param structure structure parameters with their distribution
   * @param prior prior of the structure
   * @param weightDecay L2 coefficient of all weights
   * @param precisions whether h holds log precisions
   */
  record Subject(
      Plan plan,
      Structure structure,
      StructurePrior prior,
      double weightDecay,
      boolean precisions) {}

  SupernetProblem(Subject subject, StepBatches batches, Moment moment) {
    this.plan = subject.plan();
    this.structure = subject.structure();
    this.prior = subject.prior();
    this.weightDecay = subject.weightDecay();
    this.precisions = subject.precisions();
    this.statistics = plan.statistics().toArray();
    this.batches = batches;
    this.moment = moment;
  }

  @Override
  public int weights() {
    return plan.parameters().length();
  }

  @Override
  public int hyperparameters() {
    return structure.length() + (precisions ? weights() : 0);
  }

  @Override
  public Gradients inner(double[] weights, double[] hyperparameters, GradientTarget target) {
    load(true);
    DrawnStructure drawn = publish(weights, hyperparameters);
    Outcome outcome = run("train loss", target);
    double[] dw = target.weights() ? plan.parameterGradients().toArray() : new double[0];
    double[] dh = new double[0];
    if (target.structure()) {
      double[] theta = drawn.pullback(plan.structureGradients().toArray());
      dh = Arrays.copyOf(theta, hyperparameters());
    }
    double value = outcome.loss() + addPenalties(weights, hyperparameters, dw, dh);
    return new Gradients(value, dw, dh);
  }

  /** Adds the gradients of the L2 terms to those that are not empty; returns the terms. */
  private double addPenalties(double[] weights, double[] h, double[] dw, double[] dh) {
    double sum = 0;
    int offset = structure.length();
    for (int i = 0; i < weights.length; i++) {
      double precision = precisions ? Math.exp(h[offset + i]) : 0;
      double square = weights[i] * weights[i];
      sum += (weightDecay / 2 + precision) * square;
      if (dw.length > 0) {
        dw[i] += (weightDecay + 2 * precision) * weights[i];
      }
      if (dh.length > offset) {
        dh[offset + i] = precision * square;
      }
    }
    return sum;
  }

  @Override
  public Gradients outer(double[] weights, double[] hyperparameters, GradientTarget target) {
    load(false);
    DrawnStructure drawn = publish(weights, hyperparameters);
    Outcome outcome = run("validation loss", target);
    double[] dw = target.weights() ? plan.parameterGradients().toArray() : new double[0];
    double[] dh = new double[0];
    if (target.structure()) {
      double[] gradient = plan.structureGradients().toArray();
      moment.watch().pass(drawn.gamma(), gradient);
      dh = Arrays.copyOf(drawn.pullback(gradient), hyperparameters());
    }
    StructurePrior.Penalty penalty =
        prior.penalty(drawn.first(), theta(hyperparameters), moment.epoch());
    if (target.structure()) {
      penalty.addTo(dh);
    }
    return new Gradients(outcome.loss() + penalty.value(), dw, dh);
  }

  private void load(boolean wantsTrain) {
    if (!loaded || trainLoaded != wantsTrain) {
      if (wantsTrain) {
        batches.loadTrain();
      } else {
        batches.loadValidation();
      }
      trainLoaded = wantsTrain;
      loaded = true;
    }
  }

  private double[] theta(double[] hyperparameters) {
    return Arrays.copyOf(hyperparameters, structure.length());
  }

  private DrawnStructure publish(double[] weights, double[] hyperparameters) {
    DrawnStructure drawn =
        structure.draws(theta(hyperparameters), plan, moment.noise().generator());
    plan.parameters().copyFrom(weights);
    plan.structure().copyFrom(drawn.gamma());
    return drawn;
  }

  private Outcome run(String loss, GradientTarget target) {
    Outcome outcome = plan.gradients(target);
    plan.statistics().copyFrom(statistics);
    Divergence.check(loss, outcome, moment.epoch(), moment.step());
    return outcome;
  }
}
