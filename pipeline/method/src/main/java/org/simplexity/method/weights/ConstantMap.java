package org.simplexity.method.weights;

/** G(λ) = b: no hypernetwork, one network trained at one λ. */
public record ConstantMap() implements Hypernetwork {
  @Override
  public int vectors() {
    return 1;
  }

  @Override
  public double[] coefficients(double lambda) {
    return new double[] {1};
  }

  @Override
  public boolean startsAtWeights(int vector) {
    return true;
  }
}
