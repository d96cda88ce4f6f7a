package org.simplexity.method;

import java.util.Arrays;
import org.simplexity.kernel.FlatVector;
import org.simplexity.kernel.GradientTarget;
import org.simplexity.kernel.Mode;
import org.simplexity.kernel.Plan;

/**
 * The loss of a plan on the batch that it has loaded, in training mode: a function of the weights,
 * or of the weights followed by the structure. Moves the plan's vectors and running statistics.
 */
final class PlanLoss implements LossFunction {
  private final Plan plan;
  private final GradientTarget target;

  /**
   * The loss of a plan.
   *
   * @param plan with its weights, structure and batch
   * @param target what the function depends on, the weights at least; at fixed structure,
   *     operations of weight 0 are not run
   */
  PlanLoss(Plan plan, GradientTarget target) {
    if (!target.weights()) {
      throw new IllegalArgumentException("target " + target + " leaves the weights out");
    }
    this.plan = plan;
    this.target = target;
  }

  @Override
  public double[] point() {
    return joined(plan.parameters(), plan.structure());
  }

  @Override
  public double at(double[] point) {
    int weights = plan.parameters().length();
    plan.parameters().copyFrom(Arrays.copyOf(point, weights));
    if (target.structure()) {
      plan.structure().copyFrom(Arrays.copyOfRange(point, weights, point.length));
    }
    return plan.forward(Mode.TRAINING).loss();
  }

  @Override
  public double[] gradient() {
    plan.gradients(target);
    return joined(plan.parameterGradients(), plan.structureGradients());
  }

  private double[] joined(FlatVector weights, FlatVector structure) {
    double[] first = weights.toArray();
    if (!target.structure()) {
      return first;
    }
    double[] second = structure.toArray();
    double[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
