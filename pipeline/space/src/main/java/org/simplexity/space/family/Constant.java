package org.simplexity.space.family;

/**
 * A learned constant: g(x) = w, whatever x.
 *
 * @param outputs length of w, at least 1
 */
public record Constant(int outputs) implements BaseFunction {
  /** Checks the bound. */
  public Constant {
    if (outputs < 1) {
      throw new IllegalArgumentException("outputs " + outputs + " must be at least 1");
    }
  }

  @Override
  public int weights(int inputs) {
    return outputs;
  }

  @Override
  public int outputs(int inputs) {
    return outputs;
  }

  @Override
  public double[] value(double[] weights, double[] input) {
    return weights.clone();
  }

  @Override
  public Pulled pullback(double[] weights, double[] input, double[] gradient) {
    return new Pulled(new double[input.length], gradient.clone());
  }
}
