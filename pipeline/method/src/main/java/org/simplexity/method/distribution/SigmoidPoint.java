package org.simplexity.method.distribution;

import java.util.random.RandomGenerator;

/**
 * The point γ = sigmoid(θ) inside the cube: operations that do not compete (lecture on structure
 * selection, "limits of structure parameters"). Its centre is the point itself.
 *
 * @param operations K
 */
public record SigmoidPoint(int operations) implements StructureDistribution {
  /** Checks K. */
  public SigmoidPoint {
    Checks.operations(operations);
  }

  @Override
  public Domain domain() {
    return Domain.CUBE;
  }

  @Override
  public int parameters() {
    return operations;
  }

  @Override
  public Draw draw(double[] theta, RandomGenerator random) {
    Checks.length("θ", theta, operations);
    return new CubeDraw(theta.clone(), 1);
  }

  @Override
  public double[] centre(double[] theta) {
    return Sigmoid.of(theta);
  }

  @Override
  public double[] centrePullback(double[] theta, double[] gradient) {
    return Sigmoid.pullback(Sigmoid.of(theta), gradient);
  }
}
