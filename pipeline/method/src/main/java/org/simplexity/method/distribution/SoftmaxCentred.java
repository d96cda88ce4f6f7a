package org.simplexity.method.distribution;

/**
 * Distributions over the simplex with K parameters whose {@linkplain StructureDistribution#centre
 * centre} is softmax(θ); each says what that is of it.
 */
interface SoftmaxCentred extends StructureDistribution {
  @Override
  default int parameters() {
    return operations();
  }

  @Override
  default double[] centre(double[] theta) {
    Checks.length("θ", theta, operations());
    return Softmax.of(theta);
  }

  @Override
  default double[] centrePullback(double[] theta, double[] gradient) {
    return Softmax.pullback(centre(theta), gradient);
  }
}
