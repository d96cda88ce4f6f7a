package org.simplexity.method.robustness;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.simplexity.kernel.Layout;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Plan;
import org.simplexity.kernel.Slice;
import org.simplexity.kernel.archive.NamedArray;

/** A network with the numbers that it answers with; immutable. */
public final class TrainedNetwork {
  private final Network network;
  private final float[] weights;
  private final float[] statistics;
  private final float[] structure;

  private TrainedNetwork(Network network, float[] weights, float[] statistics, float[] structure) {
    this.network = network;
    this.weights = checked("weights", weights, network.parameters());
    this.statistics = checked("statistics", statistics, network.statistics());
    this.structure = checked("structure", structure, network.structure());
  }

  private static float[] checked(String name, float[] vector, Layout layout) {
    if (vector.length != layout.length()) {
      throw new IllegalArgumentException(
          "%s of length %d do not fit the network's %d"
              .formatted(name, vector.length, layout.length()));
    }
    return vector;
  }

  /**
   * A network with its numbers.
   *
   * @param network network
   * @param weights its flat weights w
   * @param statistics its flat running statistics
   * @param structure its flat structure γ; empty for a network without mixtures
   * @throws IllegalArgumentException if a vector has not the length of its layout
   */
  public static TrainedNetwork of(
      Network network, float[] weights, float[] statistics, float[] structure) {
    return new TrainedNetwork(network, weights.clone(), statistics.clone(), structure.clone());
  }

  /**
   * A network with the arrays of an archive, by name; arrays that it lacks are left alone, such as
   * those of an auxiliary head.
   *
   * @param network network without mixtures
   * @param arrays weights and running statistics, as a training writes them
   * @throws IllegalArgumentException if an array is missing or has another shape; the message names
   *     it
   */
  public static TrainedNetwork of(Network network, Map<String, NamedArray> arrays) {
    return of(
        network,
        vector(network.parameters(), arrays),
        vector(network.statistics(), arrays),
        new float[0]);
  }

  private static float[] vector(Layout layout, Map<String, NamedArray> arrays) {
    float[] vector = new float[layout.length()];
    for (Slice slice : layout.slices()) {
      NamedArray array = arrays.get(slice.name());
      if (array == null || !array.shape().equals(slice.shape())) {
        throw new IllegalArgumentException(
            "the weights hold no array '%s' of shape %s".formatted(slice.name(), slice.shape()));
      }
      System.arraycopy(array.values(), 0, vector, slice.offset(), slice.length());
    }
    return vector;
  }

  /** The network. */
  public Network network() {
    return network;
  }

  /** A copy of the flat weights w. */
  public float[] weights() {
    return weights.clone();
  }

  /** A copy of the flat running statistics. */
  public float[] statistics() {
    return statistics.clone();
  }

  /**
   * The same network with other weights.
   *
   * @param others flat weights
   */
  public TrainedNetwork withWeights(float[] others) {
    return new TrainedNetwork(network, others.clone(), statistics, structure);
  }

  /**
   * Another network with the weights and statistics that its slices have here by name.
   *
   * @param heir network each of whose slices has a namesake of its length here
   * @throws IllegalArgumentException if one has none; the message names it
   */
  public TrainedNetwork inheritedBy(Network heir) {
    return of(
        heir,
        inherited(heir.parameters(), network.parameters(), weights),
        inherited(heir.statistics(), network.statistics(), statistics),
        structure);
  }

  private static float[] inherited(Layout target, Layout source, float[] values) {
    float[] vector = new float[target.length()];
    for (Slice slice : target.slices()) {
      Optional<Slice> own = source.find(slice.name());
      if (own.isEmpty() || own.get().length() != slice.length()) {
        throw new IllegalArgumentException(
            "nothing to inherit for %s of shape %s".formatted(slice.name(), slice.shape()));
      }
      System.arraycopy(values, own.get().offset(), vector, slice.offset(), slice.length());
    }
    return vector;
  }

  /** Sets the numbers of a plan of this network. */
  void copyTo(Plan plan) {
    plan.parameters().copyFrom(wide(weights));
    plan.statistics().copyFrom(wide(statistics));
    plan.structure().copyFrom(wide(structure));
  }

  private static double[] wide(float[] values) {
    double[] wide = new double[values.length];
    Arrays.setAll(wide, i -> values[i]);
    return wide;
  }
}
