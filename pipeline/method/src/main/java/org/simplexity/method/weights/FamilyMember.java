package org.simplexity.method.weights;

import org.simplexity.kernel.Network;
import org.simplexity.method.NetworkWeights;

/** The weights of a family at one λ: means and, of a distribution, deviations. Immutable. */
public final class FamilyMember {
  private final Network network;
  private final float[] means;
  private final float[] logDeviations;

  FamilyMember(Network network, float[] means, float[] logDeviations) {
    this.network = network;
    this.means = means;
    this.logDeviations = logDeviations;
  }

  /** The network. */
  public Network network() {
    return network;
  }

  /** A copy of m, or of w where weights are points. */
  public float[] means() {
    return means.clone();
  }

  /** A copy of log σ; empty where weights are points. */
  public float[] logDeviations() {
    return logDeviations.clone();
  }

  /** The means as weights of the network, which has no running statistics. */
  public NetworkWeights weights() {
    return NetworkWeights.of(network, means, new float[network.statistics().length()]);
  }
}
