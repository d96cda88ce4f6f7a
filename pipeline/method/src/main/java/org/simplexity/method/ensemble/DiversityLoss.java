package org.simplexity.method.ensemble;

import java.util.random.RandomGenerator;
import org.simplexity.kernel.GradientTarget;
import org.simplexity.kernel.Outcome;
import org.simplexity.kernel.Plan;
import org.simplexity.method.StructureDraw;
import org.simplexity.method.distribution.GumbelSoftmax;
import org.simplexity.method.family.FamilyLoss;
import org.simplexity.method.family.FamilySample;
import org.simplexity.method.family.PiecewiseLinearLogits;

/**
 * CE(w, γ) + C (λ − ⟨α*, γ⟩)² on the batch that a plan has loaded, γ ~ GS(h(λ, a), t), λ ~ U(−b, Λ
 * + b); the γ of the penalty is that of the forward pass (diverse ensembles, "our problem
 * statement"; there a misprint has the penalty subtracted).
 *
 * @param plan supernet with its weights; its γ is set in place
 * @param map h
 * @param optimum α*
 * @param penalty C
 * @param beyond b
 */
record DiversityLoss(
    Plan plan, PiecewiseLinearLogits map, OptimalStructure optimum, double penalty, double beyond)
    implements FamilyLoss {
  @Override
  public FamilySample sample(double[] parameters, Moment moment, GradientTarget target) {
    double lambda = draw(moment.random());
    double[] condition = {lambda};
    double[] logits = map.logits(condition, parameters);
    int operations = optimum.layout().operations().size();
    GumbelSoftmax relaxed = new GumbelSoftmax(operations, moment.temperature());
    StructureDraw draw = StructureDraw.of(relaxed, logits, moment.random());
    double[] gamma = draw.gamma();
    plan.structure().copyFrom(gamma);
    Outcome outcome = plan.gradients(target);
    double missing = lambda - optimum.shared(gamma);
    if (!target.structure()) {
      return new FamilySample(outcome, missing * missing, new double[0]);
    }
    double[] gradient = plan.structureGradients().toArray();
    double[] ones = optimum.ones();
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] -= 2 * penalty * missing * ones[i];
    }
    double[] ofParameters = map.pullback(condition, parameters, draw.pullback(gradient));
    return new FamilySample(outcome, missing * missing, ofParameters);
  }

  private double draw(RandomGenerator random) {
    double width = optimum.edges() + 2 * beyond;
    return random.nextDouble() * width - beyond;
  }
}
