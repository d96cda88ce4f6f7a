package org.simplexity.method.evidence;

import java.util.random.RandomGenerator;

/**
 * Draws of ε ~ N(0, I) that are the same every time they are asked for, so that an expectation is a
 * smooth function of its parameters.
 */
public sealed interface Noise permits AntitheticNoise, CubatureNoise, Noiseless {
  /**
   * Number of draws, of equal weight.
   *
   * @param length of ε
   */
  int draws(int length);

  /**
   * One draw of ε.
   *
   * @param draw from 0
   * @param length of ε
   */
  double[] normal(int draw, int length);

  /**
   * A new generator for whatever else a draw needs; equal for equal arguments.
   *
   * @param draw from 0
   */
  RandomGenerator generator(int draw);
}
