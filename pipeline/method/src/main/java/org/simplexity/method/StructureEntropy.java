package org.simplexity.method;

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
}
