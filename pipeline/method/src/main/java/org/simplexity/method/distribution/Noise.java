package org.simplexity.method.distribution;

import java.util.random.RandomGenerator;

/** Noise without parameters, from uniform numbers that are never 0. */
final class Noise {
  private Noise() {}

  /** A uniform number in (0, 1). */
  static double open(RandomGenerator random) {
    double uniform = random.nextDouble();
    while (uniform == 0) {
      uniform = random.nextDouble();
    }
    return uniform;
  }

  /** A standard Gumbel number, −ln(−ln U). */
  static double gumbel(RandomGenerator random) {
    return -Math.log(-Math.log(open(random)));
  }

  /** A standard logistic number, ln U − ln(1 − U). */
  static double logistic(RandomGenerator random) {
    double uniform = open(random);
    return Math.log(uniform) - Math.log1p(-uniform);
  }
}
