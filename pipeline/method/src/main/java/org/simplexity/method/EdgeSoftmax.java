package org.simplexity.method;

/**
 * The softmax point: γ⁽ᵉ⁾ = softmax(α⁽ᵉ⁾) on every edge e (Liu et al. 2019, eq. 2).
 *
 * <p>Pullback: ∂α⁽ᵉ⁾ = γ⁽ᵉ⁾ ⊙ (∂γ⁽ᵉ⁾ − ⟨γ⁽ᵉ⁾, ∂γ⁽ᵉ⁾⟩).
 *
 * @param operations operations an edge; both vectors are groups of this length
 */
public record EdgeSoftmax(int operations) implements StructureMap {
  /** Checks the length of a group. */
  public EdgeSoftmax {
    if (operations < 1) {
      throw new IllegalArgumentException("operations " + operations + " is not at least 1");
    }
  }

  @Override
  public double[] apply(double[] alpha) {
    double[] gamma = new double[alpha.length];
    for (int start = 0; start < alpha.length; start += operations) {
      softmax(alpha, start, gamma);
    }
    return gamma;
  }

  private void softmax(double[] alpha, int start, double[] gamma) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = start; k < start + operations; k++) {
      largest = Math.max(largest, alpha[k]);
    }
    double sum = 0;
    for (int k = start; k < start + operations; k++) {
      gamma[k] = Math.exp(alpha[k] - largest);
      sum += gamma[k];
    }
    for (int k = start; k < start + operations; k++) {
      gamma[k] /= sum;
    }
  }

  @Override
  public double[] pullback(double[] gamma, double[] gradient) {
    double[] result = new double[gamma.length];
    for (int start = 0; start < gamma.length; start += operations) {
      double inner = 0;
      for (int k = start; k < start + operations; k++) {
        inner += gamma[k] * gradient[k];
      }
      for (int k = start; k < start + operations; k++) {
        result[k] = gamma[k] * (gradient[k] - inner);
      }
    }
    return result;
  }
}
