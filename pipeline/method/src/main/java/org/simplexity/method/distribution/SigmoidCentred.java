package org.simplexity.method.distribution;

/**
 * Distributions over the cube with K parameters whose {@linkplain StructureDistribution#centre
 * centre} is sigmoid(θ); each says what that is of it.
 */
interface SigmoidCentred extends StructureDistribution {
  @Override
  default int parameters() {
    return operations();
  }

  @Override
  default double[] centre(double[] theta) {
    Checks.length("θ", theta, operations());
    return Sigmoid.of(theta);
  }

  @Override
  default double[] centrePullback(double[] theta, double[] gradient) {
    return Sigmoid.pullback(centre(theta), gradient);
  }
}
