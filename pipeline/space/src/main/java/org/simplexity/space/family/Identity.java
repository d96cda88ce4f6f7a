package org.simplexity.space.family;

/** g(x) = x, without weights. */
public record Identity() implements BaseFunction {
  @Override
  public int weights(int inputs) {
    return 0;
  }

  @Override
  public int outputs(int inputs) {
    return inputs;
  }

  @Override
  public double[] value(double[] weights, double[] input) {
    return input.clone();
  }

  @Override
  public Pulled pullback(double[] weights, double[] input, double[] gradient) {
    return new Pulled(gradient.clone(), new double[0]);
  }
}
