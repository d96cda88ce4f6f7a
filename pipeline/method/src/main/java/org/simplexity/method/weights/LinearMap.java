package org.simplexity.method.weights;

/**
 * G(λ) = s b₂ + b₃; b₂ is the first vector and starts at 0.
 *
 * @param range range of λ that s scales
 */
public record LinearMap(LambdaRange range) implements Hypernetwork {
  @Override
  public int vectors() {
    return 2;
  }

  @Override
  public double[] coefficients(double lambda) {
    return new double[] {range.scaled(lambda), 1};
  }

  @Override
  public boolean startsAtWeights(int vector) {
    return vector == 1;
  }
}
