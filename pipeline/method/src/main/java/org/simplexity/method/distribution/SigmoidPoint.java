package org.simplexity.method.distribution;

import java.util.random.RandomGenerator;

/**
 * The point γ = sigmoid(θ) inside the cube: operations that do not compete (lecture on structure
 * selection, "limits of structure parameters"). Its centre is the point itself.
 *
 * @param operations K
 */
public record SigmoidPoint(int operations) implements SigmoidCentred {
  /** Checks K. */
  public SigmoidPoint {
    Checks.operations(operations);
  }

  @Override
  public Domain domain() {
    return Domain.CUBE;
  }

  @Override
  public Draw draw(double[] theta, RandomGenerator random) {
    Checks.length("θ", theta, operations);
    return new CubeDraw(theta.clone(), 1);
  }
}
