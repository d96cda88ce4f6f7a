package org.simplexity.data;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/**
 * A seed from which independent seeds are derived by purpose and by index.
 *
 * <p>The derivation is fixed for good and uses 64-bit integers only, so it is the same on every
 * machine: with the SplitMix64 finaliser {@code mix} (Steele, Lea, Flood 2014, "Fast splittable
 * pseudorandom number generators"),
 *
 * <ul>
 *   <li>{@code child(purpose) = mix(mix(value) ^ fnv1a(UTF-8 bytes of purpose))};
 *   <li>{@code child(index) = mix(mix(value + golden) + golden * index)}, one to one in the index.
 * </ul>
 *
 * @param value the seed itself, any 64-bit value
 */
public record Seed(long value) {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  /** The seed for one named purpose, such as {@code "shuffle"}. */
  public Seed child(String purpose) {
    long hash = FNV_OFFSET;
    for (byte b : purpose.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * FNV_PRIME;
    }
    return new Seed(SplitMix64.mix(SplitMix64.mix(value) ^ hash));
  }

  /** The seed for one element of a sequence, such as an epoch or an image. */
  public Seed child(long index) {
    return new Seed(
        SplitMix64.mix(SplitMix64.mix(value + SplitMix64.GOLDEN) + SplitMix64.GOLDEN * index));
  }

  /**
   * A new generator that starts at this seed: equal seeds give equal sequences on every Java.
   *
   * <p>Not safe for use by several threads at once.
   */
  public RandomGenerator generator() {
    return new SplitMix64(value);
  }
}
