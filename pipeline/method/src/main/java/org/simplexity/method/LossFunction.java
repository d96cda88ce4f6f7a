package org.simplexity.method;

/** A scalar function of a vector that claims to know its gradient. */
interface LossFunction {
  /** A copy of the point at which the function stands. */
  double[] point();

  /** The value at a point of the same length; coordinates are rounded to single precision. */
  double at(double[] point);

  /** The gradient that the function claims at {@link #point}. */
  double[] gradient();
}
