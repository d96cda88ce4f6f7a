package org.simplexity.method.evidence;

import java.util.random.RandomGenerator;
import org.simplexity.method.distribution.StructureDistribution;

/** KL(q(γ|θ) ‖ p(γ|h)) of one edge. */
public interface StructureDivergence {
  /**
   * Length of h.
   *
   * @param operations K of the edge
   */
  int parameters(int operations);

  /**
   * The divergence with its gradients.
   *
   * @param posterior q
   * @param theta θ
   * @param prior h
   * @param random where draws come from, if there are any
   */
  Divergence at(
      StructureDistribution posterior, double[] theta, double[] prior, RandomGenerator random);
}
