package org.simplexity.space.family;

/**
 * A base function g of an edge, differentiable in its input and its own weights. Implementations
 * hold no weights and change no argument.
 */
public interface BaseFunction {
  /**
   * Number of weights.
   *
   * @param inputs length of the input
   * @throws IllegalArgumentException if the function cannot take inputs of that length
   */
  int weights(int inputs);

  /**
   * Length of the value.
   *
   * @param inputs length of the input
   */
  int outputs(int inputs);

  /**
   * g(x).
   *
   * @param weights of this function
   * @param input x
   */
  double[] value(double[] weights, double[] input);

  /**
   * Carries a gradient back: ∂x = (∂g/∂x)ᵀ ∂g, ∂w = (∂g/∂w)ᵀ ∂g.
   *
   * @param weights of this function
   * @param input x
   * @param gradient ∂g
   */
  Pulled pullback(double[] weights, double[] input, double[] gradient);

  /** A gradient carried back to the input and to the weights. */
  final class Pulled {
    private final double[] input;
    private final double[] weights;

    /**
     * Takes the arrays over.
     *
     * @param input ∂x
     * @param weights ∂w
     */
    public Pulled(double[] input, double[] weights) {
      this.input = input;
      this.weights = weights;
    }

    /** ∂x itself, not to be changed. */
    public double[] input() {
      return input;
    }

    /** ∂w itself, not to be changed. */
    public double[] weights() {
      return weights;
    }
  }
}
