package org.simplexity.method.family;

import java.util.random.RandomGenerator;

/**
 * A map α(c, a) of a complexity c to the structure logits of all edges, with parameters a that are
 * learned (vector complexity, "problem statement"). In double precision; continuous in c and
 * differentiable in a.
 */
public sealed interface StructureHypernetwork
    permits RadialBasisLogits, PiecewiseLinearLogits, ConstantLogits {
  /** Length of c. */
  int conditionLength();

  /** Length of a. */
  int parameterCount();

  /** Length of α: edges of both cell types × operations. */
  int logitCount();

  /**
   * First a.
   *
   * @param scale standard deviation of the first logits around 0
   * @param random where they come from
   */
  double[] initial(double scale, RandomGenerator random);

  /**
   * α(c, a).
   *
   * @param condition c
   * @param parameters a
   * @return logits in the order of the structure vector
   * @throws IllegalArgumentException if a length does not fit
   */
  double[] logits(double[] condition, double[] parameters);

  /**
   * ∂a = (∂α/∂a)ᵀ ∂α.
   *
   * @param condition c
   * @param parameters a
   * @param gradient ∂α
   * @return ∂a
   * @throws IllegalArgumentException if a length does not fit
   */
  double[] pullback(double[] condition, double[] parameters, double[] gradient);
}
