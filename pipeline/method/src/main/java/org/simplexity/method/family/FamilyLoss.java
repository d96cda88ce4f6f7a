package org.simplexity.method.family;

import java.util.random.RandomGenerator;
import org.simplexity.kernel.GradientTarget;

/**
 * A loss of a family of structures on the batch that a plan has loaded: the cross-entropy of one
 * structure of the family, with a term of its own that holds the structure to the condition c.
 */
public interface FamilyLoss {
  /**
   * Where the loss is taken: one draw of c and of the noise of γ.
   *
   * @param temperature t of the draw of γ
   * @param random source of c, then of the noise; an equal one gives the same loss
   */
  record Moment(double temperature, RandomGenerator random) {}

  /**
   * Loss and gradients at one c and one γ; those of the weights are left in the plan.
   *
   * @param parameters parameters a of the hypernetwork
   * @param moment temperature and noise
   * @param target whether ∂w, ∂a or both are wanted
   */
  FamilySample sample(double[] parameters, Moment moment, GradientTarget target);
}
