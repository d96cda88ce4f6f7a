package org.simplexity.method.pruning;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Slice;

/**
 * Which weights of a network are removed; biases never are. Immutable.
 *
 * <p>Of n weights that a share counts, the ⌊share · n + ½⌋ least important go, of equal ones those
 * that come first in the flat vector. A greater share of the same order removes the same weights
 * and more.
 */
public final class PruningMask {
  private final Network network;
  private final BitSet removed;

  private PruningMask(Network network, BitSet removed) {
    this.network = network;
    this.removed = removed;
  }

  /**
   * Marks the least important weights.
   *
   * @param network network
   * @param importance importance of every coordinate of its flat vector
   * @param scope among which weights the share is counted
   * @param share share of the weights to remove, from 0 to 1
   * @throws IllegalArgumentException if the share lies elsewhere or the lengths differ
   */
  public static PruningMask of(
      Network network, double[] importance, PruningScope scope, double share) {
    checkShare(share);
    if (importance.length != network.parameterCount()) {
      throw new IllegalArgumentException(
          "importance of %d weights does not fit a network of %d"
              .formatted(importance.length, network.parameterCount()));
    }
    BitSet removed = new BitSet(importance.length);
    for (int[] group : groups(network, scope)) {
      IntStream.of(group)
          .boxed()
          .sorted(Comparator.comparingDouble(i -> importance[i]))
          .limit(Math.round(share * group.length))
          .forEach(removed::set);
    }
    return new PruningMask(network, removed);
  }

  /**
   * Checks a share of weights to remove.
   *
   * @throws IllegalArgumentException if it does not lie in 0..1
   */
  static void checkShare(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("removed %s must lie in 0..1".formatted(share));
    }
  }

  private static List<int[]> groups(Network network, PruningScope scope) {
    List<int[]> layers = new ArrayList<>();
    weights(network)
        .forEach(slice -> layers.add(IntStream.range(slice.offset(), slice.end()).toArray()));
    return switch (scope) {
      case PER_LAYER -> layers;
      case GLOBAL -> List.of(layers.stream().flatMapToInt(IntStream::of).toArray());
    };
  }

  /** The weights of a network that can be removed, a slice a layer. */
  static Stream<Slice> weights(Network network) {
    return network.parameters().slices().stream()
        .filter(slice -> slice.kind() == Slice.Kind.WEIGHT);
  }

  /** Whether a coordinate of the flat vector is removed. */
  public boolean isRemoved(int index) {
    return removed.get(index);
  }

  /** The coordinates that are removed, increasing. */
  public IntStream indices() {
    return removed.stream();
  }

  /** Number of weights that are removed. */
  public int count() {
    return removed.cardinality();
  }

  /** Share of the weights that are removed, as it came out. */
  public double share() {
    return (double) count() / weights(network).mapToInt(Slice::length).sum();
  }

  /** A copy of the weights with 0 in the place of those that are removed. */
  public float[] apply(float[] weights) {
    float[] left = weights.clone();
    removed.stream().forEach(i -> left[i] = 0);
    return left;
  }
}
