package org.simplexity.method.weights;

import org.simplexity.data.ImageSet;
import org.simplexity.kernel.GradientTarget;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Outcome;
import org.simplexity.kernel.Plan;
import org.simplexity.kernel.Precision;
import org.simplexity.method.BatchFeed;
import org.simplexity.method.Conditions;
import org.simplexity.method.LabelledImages;
import org.simplexity.method.bilevel.BilevelProblem;
import org.simplexity.method.bilevel.FlatAlgebra;
import org.simplexity.method.bilevel.Gradients;

/**
 * F(w) = mean cross-entropy + λ/N ‖w‖² over N images, in double precision; h = (λ) is given, so
 * there is no outer level.
 */
final class PenalisedLoss implements BilevelProblem, AutoCloseable {
  private final Plan plan;
  private final BatchFeed feed;
  private final int images;

  PenalisedLoss(
      Network network,
      LabelledImages labelled,
      ImageSet set,
      FamilySettings settings,
      Conditions conditions) {
    this.images = set.size();
    this.plan =
        Plan.compile(network, conditions.plan(settings.batch()).withPrecision(Precision.DOUBLE));
    this.feed = settings.feeds(plan, labelled).evaluation(set);
  }

  /** N. */
  int images() {
    return images;
  }

  @Override
  public int weights() {
    return plan.parameters().length();
  }

  @Override
  public int hyperparameters() {
    return 1;
  }

  @Override
  public Gradients inner(double[] weights, double[] hyperparameters, GradientTarget target) {
    double penalty = hyperparameters[0] / images;
    double[] gradient = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      plan.parameters().set(i, weights[i]);
      gradient[i] = 2 * penalty * weights[i];
    }
    double value = penalty * FlatAlgebra.dot(weights, weights);
    for (int index = 0; index < feed.perEpoch(); index++) {
      feed.load(0, index);
      Outcome outcome = plan.gradients(GradientTarget.WEIGHTS);
      double share = (double) outcome.examples() / images;
      value += share * outcome.loss();
      gradient = FlatAlgebra.plus(gradient, share, plan.parameterGradients().toArray());
    }
    return new Gradients(value, gradient, new double[0]);
  }

  @Override
  public Gradients outer(double[] weights, double[] hyperparameters, GradientTarget target) {
    throw new UnsupportedOperationException("lambda is given, there is no outer level");
  }

  @Override
  public void close() {
    plan.close();
  }
}
