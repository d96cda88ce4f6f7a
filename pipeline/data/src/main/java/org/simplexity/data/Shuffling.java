package org.simplexity.data;

import java.util.random.RandomGenerator;

/** Random order (Durstenfeld 1964, the Fisher-Yates shuffle). */
public final class Shuffling {
  private Shuffling() {}

  /** Permutes the elements in place, all permutations being equally likely. */
  public static void shuffle(int[] elements, RandomGenerator random) {
    for (int last = elements.length - 1; last > 0; last--) {
      int other = random.nextInt(last + 1);
      int held = elements[last];
      elements[last] = elements[other];
      elements[other] = held;
    }
  }
}
