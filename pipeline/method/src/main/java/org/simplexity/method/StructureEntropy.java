package org.simplexity.method;

import java.util.Arrays;

/** Entropy of a structure. */
public final class StructureEntropy {
  private StructureEntropy() {}

  /**
   * Mean over the edges of H(γ⁽ᵉ⁾) = −Σ_k γ_k ln γ_k, in nats; 0 at a vertex, ln K at the centre.
   *
   * @param gamma structure vector, groups of {@code operations} coordinates that sum to 1
   * @param operations operations an edge
   */
  public static double mean(double[] gamma, int operations) {
    double sum = 0;
    for (double share : gamma) {
      sum -= share > 0 ? share * Math.log(share) : 0;
    }
    return sum * operations / gamma.length;
  }

  /**
   * Mean over the edges of Σ_k H(γ_k), H(γ) = −γ ln γ − (1 − γ) ln(1 − γ), in nats, for structures
   * whose operations do not compete; 0 at a vertex of the cube, K ln 2 at its centre.
   *
   * @param gamma structure vector, groups of {@code operations} coordinates in [0, 1]
   * @param operations operations an edge
   */
  public static double meanOfCubes(double[] gamma, int operations) {
    double[] rest = new double[gamma.length];
    Arrays.setAll(rest, k -> 1 - gamma[k]);
    return mean(gamma, operations) + mean(rest, operations);
  }
}
