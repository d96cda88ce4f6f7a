package org.simplexity.method;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.simplexity.data.Seed;
import org.simplexity.kernel.Layout;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Slice;

/** The flat vectors a training starts from; immutable. */
public final class NetworkVectors {
  private final double[] parameters;
  private final double[] statistics;

  private NetworkVectors(double[] parameters, double[] statistics) {
    this.parameters = parameters;
    this.statistics = statistics;
  }

  /**
   * Fresh random weights.
   *
   * @param network network
   * @param seed seed of the weights
   */
  public static NetworkVectors fresh(Network network, Seed seed) {
    return new NetworkVectors(
        network.initialParameters(seed.generator()), network.initialStatistics());
  }

  /**
   * Weights of one network carried over to another by name; scales start at 1 and shifts at 0 where
   * the source has none.
   *
   * @param source network that the weights belong to
   * @param weights its weights and statistics
   * @param target network whose every other weight and statistic has a namesake of its shape in the
   *     source
   * @throws IllegalArgumentException if one has none; the message names it
   */
  public static NetworkVectors inherited(Network source, NetworkWeights weights, Network target) {
    double[] parameters = neutral(target.parameters());
    inherit(source.parameters(), weights, target.parameters().slices(), parameters);
    double[] statistics = target.initialStatistics();
    inherit(source.statistics(), weights, target.statistics().slices(), statistics);
    return new NetworkVectors(parameters, statistics);
  }

  /**
   * The same for a target with an auxiliary head, which a supernet does not have: the head starts
   * afresh.
   *
   * @param source network that the weights belong to
   * @param weights its weights and statistics
   * @param target network
   * @param seed seed of the head's weights
   * @throws IllegalArgumentException if anything else has no namesake in the source
   */
  public static NetworkVectors inherited(
      Network source, NetworkWeights weights, Network target, Seed seed) {
    double[] parameters = neutral(target.parameters());
    double[] statistics = target.initialStatistics();
    double[] fresh = target.initialParameters(seed.generator());
    Set<Slice> head = target.auxiliarySlices();
    for (Slice slice : head) {
      if (target.parameters().slices().contains(slice)) {
        System.arraycopy(fresh, slice.offset(), parameters, slice.offset(), slice.length());
      }
    }
    inherit(source.parameters(), weights, without(head, target.parameters()), parameters);
    inherit(source.statistics(), weights, without(head, target.statistics()), statistics);
    return new NetworkVectors(parameters, statistics);
  }

  private static List<Slice> without(Set<Slice> head, Layout layout) {
    return layout.slices().stream().filter(slice -> !head.contains(slice)).toList();
  }

  private static double[] neutral(Layout layout) {
    double[] vector = new double[layout.length()];
    for (Slice slice : layout.slices()) {
      if (slice.kind() == Slice.Kind.SCALE) {
        Arrays.fill(vector, slice.offset(), slice.end(), 1);
      }
    }
    return vector;
  }

  private static void inherit(
      Layout source, NetworkWeights weights, List<Slice> target, double[] vector) {
    for (Slice slice : target) {
      String name = source.find(slice.name()).map(Slice::name).orElse(slice.name());
      if (!weights.copy(name, slice, vector) && !freshIsNeutral(slice)) {
        throw new IllegalArgumentException(
            "nothing to inherit for %s of shape %s: the source has no such array"
                .formatted(slice.name(), slice.shape()));
      }
    }
  }

  private static boolean freshIsNeutral(Slice slice) {
    return slice.kind() == Slice.Kind.SCALE || slice.kind() == Slice.Kind.SHIFT;
  }

  /** The weights, a copy. */
  public double[] parameters() {
    return parameters.clone();
  }

  /** The running statistics, a copy. */
  public double[] statistics() {
    return statistics.clone();
  }
}
