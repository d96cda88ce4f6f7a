package org.simplexity.method.weights;

import org.simplexity.kernel.Network;

/** The weights of a family at one λ: means and, of a distribution, deviations. Immutable. */
public final class FamilyMember {
  private final Network network;
  private final float[] means;
  private final float[] logDeviations;

  private FamilyMember(Network network, float[] means, float[] logDeviations) {
    this.network = network;
    this.means = means;
    this.logDeviations = logDeviations;
  }

  /**
   * A member whose weights are points.
   *
   * @param network network
   * @param weights its weights
   */
  public static FamilyMember points(Network network, float[] weights) {
    return new FamilyMember(network, weights.clone(), new float[0]);
  }

  /**
   * A member whose weights are distributed.
   *
   * @param network network
   * @param means m
   * @param logDeviations log σ
   */
  public static FamilyMember gaussian(Network network, float[] means, float[] logDeviations) {
    return new FamilyMember(network, means.clone(), logDeviations.clone());
  }

  /** The network. */
  public Network network() {
    return network;
  }

  /** A copy of m, or of w where weights are points. */
  public float[] means() {
    return means.clone();
  }

  /** How many of m or w are not 0. */
  public int nonZero() {
    int count = 0;
    for (float mean : means) {
      count += mean != 0 ? 1 : 0;
    }
    return count;
  }

  /** A copy of log σ; empty where weights are points. */
  public float[] logDeviations() {
    return logDeviations.clone();
  }
}
