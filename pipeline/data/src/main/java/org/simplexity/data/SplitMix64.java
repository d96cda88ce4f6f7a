package org.simplexity.data;

import java.util.random.RandomGenerator;

/**
 * SplitMix64 (Steele, Lea, Flood 2014): state advances by the golden ratio, output is mixed.
 *
 * <p>Bounded integers, floating-point numbers and normal deviates are derived here rather than by
 * the JDK, whose derivations differ between releases.
 */
final class SplitMix64 implements RandomGenerator {
  static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private long state;

  SplitMix64(long seed) {
    state = seed;
  }

  /** The finaliser of SplitMix64, a bijection of 64-bit integers. */
  static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  @Override
  public long nextLong() {
    state += GOLDEN;
    return mix(state);
  }

  @Override
  public int nextInt() {
    return (int) (nextLong() >>> 32);
  }

  /** Uniform in [0, bound) by multiplication and rejection (Lemire 2019), without bias. */
  @Override
  public int nextInt(int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("bound " + bound + " is not positive");
    }
    long product = (nextInt() & 0xffffffffL) * bound;
    long threshold = (0x100000000L - bound) % bound;
    while ((product & 0xffffffffL) < threshold) {
      product = (nextInt() & 0xffffffffL) * bound;
    }
    return (int) (product >>> 32);
  }

  @Override
  public boolean nextBoolean() {
    return nextLong() < 0;
  }

  @Override
  public float nextFloat() {
    return (nextLong() >>> 40) * 0x1p-24f;
  }

  @Override
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1p-53;
  }

  /** A standard normal deviate by the polar method (Marsaglia, Bray 1964), with StrictMath. */
  @Override
  public double nextGaussian() {
    while (true) {
      double u = 2 * nextDouble() - 1;
      double v = 2 * nextDouble() - 1;
      double s = u * u + v * v;
      if (s > 0 && s < 1) {
        return u * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
      }
    }
  }
}
