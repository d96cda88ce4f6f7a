package org.simplexity.space.family;

/** A function of one number, applied to every coordinate. */
public enum Activation {
  /** t. */
  IDENTITY,
  /** max(t, 0). */
  RELU,
  /** tanh t. */
  TANH,
  /** 1 / (1 + e⁻ᵗ). */
  SIGMOID;

  /**
   * The value.
   *
   * @param t argument
   */
  public double value(double t) {
    return switch (this) {
      case IDENTITY -> t;
      case RELU -> Math.max(t, 0);
      case TANH -> Math.tanh(t);
      case SIGMOID -> 1 / (1 + Math.exp(-t));
    };
  }

  /**
   * The derivative; that of RELU at 0 is 0.
   *
   * @param t argument
   */
  public double slope(double t) {
    double value = value(t);
    return switch (this) {
      case IDENTITY -> 1;
      case RELU -> t > 0 ? 1 : 0;
      case TANH -> 1 - value * value;
      case SIGMOID -> value * (1 - value);
    };
  }
}
