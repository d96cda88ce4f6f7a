package org.simplexity.method.evidence;

import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.simplexity.data.Seed;

/**
 * Random draws in pairs ε, −ε: the mean of ε is exactly 0.
 *
 * @param pairs at least 1
 * @param seed of all draws
 */
public record AntitheticNoise(int pairs, Seed seed) implements Noise {
  /** Checks the bound. */
  public AntitheticNoise {
    if (pairs < 1) {
      throw new IllegalArgumentException("pairs " + pairs + " must be at least 1");
    }
  }

  @Override
  public int draws(int length) {
    return 2 * pairs;
  }

  @Override
  public double[] normal(int draw, int length) {
    RandomGenerator random = seed.child("weights").child(draw / 2).generator();
    double sign = draw % 2 == 0 ? 1 : -1;
    return DoubleStream.generate(() -> sign * random.nextGaussian()).limit(length).toArray();
  }

  @Override
  public RandomGenerator generator(int draw) {
    return seed.child("structure").child(draw).generator();
  }
}
