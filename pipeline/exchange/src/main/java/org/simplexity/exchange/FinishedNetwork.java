package org.simplexity.exchange;

import java.util.Arrays;
import org.simplexity.kernel.Layout;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Slice;
import org.simplexity.kernel.archive.NamedArray;

/**
 * A network with the numbers it ended with, reduced to what evaluation computes; immutable.
 *
 * <p>Auxiliary head and drop-paths are left out: they belong to training.
 */
public final class FinishedNetwork {
  private final Network network;
  private final float[] parameters;
  private final float[] statistics;
  private final float[] structure;

  /**
   * A network without mixtures, or one whose γ is all 0 until {@link #withStructure} sets it.
   *
   * @param network network
   * @param parameters its flat weights
   * @param statistics its flat running statistics
   * @throws IllegalArgumentException if a vector has not the length of its layout
   */
  public FinishedNetwork(Network network, float[] parameters, float[] statistics) {
    this(network, parameters, statistics, new float[0]);
  }

  private FinishedNetwork(
      Network network, float[] parameters, float[] statistics, float[] structure) {
    this.network = network.forEvaluation();
    this.parameters = checked("parameters", network.parameters(), parameters);
    this.statistics = checked("statistics", network.statistics(), statistics);
    this.structure = structure;
  }

  /**
   * The same network with the weights of its mixtures.
   *
   * @param gamma flat structure vector γ
   * @throws IllegalArgumentException if γ has not the length of its layout
   */
  public FinishedNetwork withStructure(float[] gamma) {
    float[] copy = checked("structure", network.structure(), gamma);
    return new FinishedNetwork(network, parameters, statistics, copy);
  }

  private static float[] checked(String name, Layout layout, float[] vector) {
    if (vector.length != layout.length()) {
      throw new IllegalArgumentException(
          "%s of length %d do not fit the network's %d"
              .formatted(name, vector.length, layout.length()));
    }
    return vector.clone();
  }

  /** The network as evaluation computes it. */
  public Network network() {
    return network;
  }

  /** A copy of the flat weights. */
  public float[] parameters() {
    return parameters.clone();
  }

  /** A copy of the flat running statistics. */
  public float[] statistics() {
    return statistics.clone();
  }

  /** A copy of γ; empty if it was never given. */
  public float[] structure() {
    return structure.clone();
  }

  /** Whether mixtures can be computed: there are none, or γ was given. */
  public boolean hasStructure() {
    return structure.length == network.structure().length();
  }

  /**
   * The numbers of one slice.
   *
   * @param slice slice of one of the network's layouts
   * @throws IllegalArgumentException if it is a slice of γ and γ was not given
   */
  public NamedArray array(Slice slice) {
    float[] vector =
        switch (slice.kind()) {
          case MEAN, VARIANCE -> statistics;
          case STRUCTURE -> structure;
          default -> parameters;
        };
    if (slice.end() > vector.length) {
      throw new IllegalArgumentException("slice '%s' was not given".formatted(slice.name()));
    }
    float[] values = Arrays.copyOfRange(vector, slice.offset(), slice.end());
    return new NamedArray(slice.name(), slice.shape(), values);
  }
}
