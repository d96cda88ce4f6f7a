package org.simplexity.method.family;

import org.simplexity.kernel.GradientTarget;
import org.simplexity.kernel.Outcome;
import org.simplexity.kernel.Plan;
import org.simplexity.method.StructureDraw;
import org.simplexity.method.distribution.GumbelSoftmax;

/**
 * CE(w, γ) + κ Lat(α, S) on the batch that a plan has loaded, α = α(c, a), γ ~ GS(α, t), S the
 * prices at c (vector complexity, "problem statement").
 *
 * @param plan supernet with its weights; its γ is set in place
 * @param control what c is
 * @param hypernetwork α(c, a)
 * @param costs costs of the operations
 * @param kappa κ
 */
record PricedLoss(
    Plan plan,
    ComplexityControl control,
    StructureHypernetwork hypernetwork,
    OperationCosts costs,
    double kappa)
    implements FamilyLoss {
  @Override
  public FamilySample sample(double[] parameters, Moment moment, GradientTarget target) {
    double[] condition = control.draw(moment.random());
    double[] prices = control.prices(condition);
    double[] logits = hypernetwork.logits(condition, parameters);
    GumbelSoftmax relaxed = new GumbelSoftmax(prices.length, moment.temperature());
    StructureDraw draw = StructureDraw.of(relaxed, logits, moment.random());
    plan.structure().copyFrom(draw.gamma());
    Outcome outcome = plan.gradients(target);
    double cost = costs.expected(prices, logits);
    if (!target.structure()) {
      return new FamilySample(outcome, cost, new double[0]);
    }
    double[] gradient = draw.pullback(plan.structureGradients().toArray());
    double[] ofCost = costs.gradient(prices, logits);
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] += kappa * ofCost[i];
    }
    return new FamilySample(outcome, cost, hypernetwork.pullback(condition, parameters, gradient));
  }
}
