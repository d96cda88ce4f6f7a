package org.simplexity.method.distribution;

import java.util.random.RandomGenerator;

/**
 * The point γ = softmax(θ) inside the simplex: DARTS (Liu et al. 2019, eq. 2; structure search with
 * Dirichlet priors). Its centre is the point itself.
 *
 * @param operations K
 */
public record SoftmaxPoint(int operations) implements SoftmaxCentred {
  /** Checks K. */
  public SoftmaxPoint {
    Checks.operations(operations);
  }

  @Override
  public Domain domain() {
    return Domain.SIMPLEX;
  }

  @Override
  public Draw draw(double[] theta, RandomGenerator random) {
    Checks.length("θ", theta, operations);
    return new SimplexDraw(theta.clone(), 1);
  }
}
