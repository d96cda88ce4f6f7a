package org.simplexity.method.ensemble;

import java.util.random.RandomGenerator;

/**
 * Edges that a training step of EdgeNES updates and the ensemble includes (diverse ensembles,
 * theorem): E m = N (Λ + 1)² / (4 Λ).
 *
 * <p>m counts, over the N members of the ensemble, the edges of α* that a member shares and a step
 * updates; an edge in two members counts twice. A member shares λ of the Λ edges of α*, a step
 * trains a structure that shares λ′, both uniform on 1 … Λ. Of a member's λ edges each is in the
 * step with the probability λ′/Λ, so E m = N · E λ · E λ′ / Λ = N · (Λ + 1)/2 · (Λ + 1)/(2 Λ).
 *
 * <p>It holds if members and step are drawn independently, each shares exactly its number of edges,
 * and of equal numbers every set of edges is as probable. A hypernetwork that gives edges up in one
 * order makes the smaller set part of the larger; then m is the smaller number, and {@link
 * #nested}, which is greater for Λ > 1, is its mean: the theorem counts too little there.
 *
 * @param edges Λ, at least 1
 * @param operations operations of an edge, at least 2
 * @param members N, at least 1
 */
public record EdgeUpdates(int edges, int operations, int members) {
  /** Checks the bounds. */
  public EdgeUpdates {
    if (edges < 1 || operations < 2 || members < 1) {
      throw new IllegalArgumentException(
          "edges %d and members %d must be at least 1, operations %d at least 2"
              .formatted(edges, members, operations));
    }
  }

  /** N (Λ + 1)² / (4 Λ). */
  public double expected() {
    return members * Math.pow(edges + 1.0, 2) / (4.0 * edges);
  }

  /** N (Λ + 1) (2 Λ + 1) / (6 Λ) = N E min(λ, λ′). */
  public double nested() {
    return members * (edges + 1.0) * (2.0 * edges + 1) / (6.0 * edges);
  }

  /**
   * One m: draws the members of an ensemble and one step, operation by operation, and counts.
   *
   * @param random where they come from
   * @param order how a structure gives edges of α* up
   */
  public int simulate(RandomGenerator random, Order order) {
    int[] step = structure(random, order);
    int count = 0;
    for (int member = 0; member < members; member++) {
      int[] own = structure(random, order);
      for (int e = 0; e < edges; e++) {
        count += own[e] == 0 && step[e] == 0 ? 1 : 0;
      }
    }
    return count;
  }

  /** Which edges of α* a structure keeps that shares λ of them. */
  public enum Order {
    /** Any λ of them, all sets as probable. */
    RANDOM,
    /** The first λ of one order. */
    FIXED
  }

  /** The operation of every edge of a structure at a λ, 0 for that of α*. */
  private int[] structure(RandomGenerator random, Order order) {
    int[] structure = new int[edges];
    int wanted = 1 + random.nextInt(edges);
    int left = wanted;
    for (int e = 0; e < edges; e++) {
      boolean kept = order == Order.FIXED ? e < wanted : random.nextInt(edges - e) < left;
      left -= kept ? 1 : 0;
      structure[e] = kept ? 0 : 1 + random.nextInt(operations - 1);
    }
    return structure;
  }
}
