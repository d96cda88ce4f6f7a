package org.simplexity.method.evidence;

import java.util.random.RandomGenerator;
import org.simplexity.data.Seed;

/**
 * One draw with ε = 0: all that points need.
 *
 * @param seed of what else the draw needs
 */
public record Noiseless(Seed seed) implements Noise {
  @Override
  public int draws(int length) {
    return 1;
  }

  @Override
  public double[] normal(int draw, int length) {
    return new double[length];
  }

  @Override
  public RandomGenerator generator(int draw) {
    return seed.child("structure").child(draw).generator();
  }
}
