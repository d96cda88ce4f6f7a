package org.simplexity.method.distribution;

import java.util.random.RandomGenerator;

/**
 * The point γ = softmax(θ) inside the simplex: DARTS (Liu et al. 2019, eq. 2; structure search with
 * Dirichlet priors). Its centre is the point itself.
 *
 * @param operations K
 */
public record SoftmaxPoint(int operations) implements StructureDistribution {
  /** Checks K. */
  public SoftmaxPoint {
    Checks.operations(operations);
  }

  @Override
  public Domain domain() {
    return Domain.SIMPLEX;
  }

  @Override
  public int parameters() {
    return operations;
  }

  @Override
  public Draw draw(double[] theta, RandomGenerator random) {
    Checks.length("θ", theta, operations);
    return new SimplexDraw(theta.clone(), 1);
  }

  @Override
  public double[] centre(double[] theta) {
    return Softmax.of(theta);
  }

  @Override
  public double[] centrePullback(double[] theta, double[] gradient) {
    return Softmax.pullback(Softmax.of(theta), gradient);
  }
}
