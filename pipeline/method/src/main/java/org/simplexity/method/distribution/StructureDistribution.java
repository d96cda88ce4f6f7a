package org.simplexity.method.distribution;

import java.util.random.RandomGenerator;

/**
 * A distribution of γ of one edge with K operations, given by a vector of parameters θ.
 *
 * <p>Everything that is not learned, such as a temperature, belongs to the distribution itself.
 */
public interface StructureDistribution {
  /** Where γ lives. */
  Domain domain();

  /** K, the number of coordinates of γ. */
  int operations();

  /** Length of θ. */
  int parameters();

  /**
   * One draw; points draw nothing and are the same every time.
   *
   * @param theta θ, of length {@link #parameters}
   * @param random where the noise comes from; the same generator gives the same draw
   */
  Draw draw(double[] theta, RandomGenerator random);

  /**
   * The structure that stands for the distribution where no draw is wanted, for scores, logs and
   * discretisation; each implementation says which it is.
   *
   * @param theta θ
   * @return γ of length K
   */
  double[] centre(double[] theta);

  /**
   * Gradient of {@link #centre}: ∂θ = (∂centre/∂θ)ᵀ ∂γ.
   *
   * @param theta θ
   * @param gradient ∂γ
   * @return ∂θ
   */
  double[] centrePullback(double[] theta, double[] gradient);
}
