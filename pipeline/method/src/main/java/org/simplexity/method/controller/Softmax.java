package org.simplexity.method.controller;

import java.util.Arrays;

/** Probabilities π of one decision, with gradients of log π_k and of the entropy H(π). */
final class Softmax {
  private final double[] logits;
  private final double[] shares;
  private final LogitShape shape;

  private Softmax(double[] logits, double[] shares, LogitShape shape) {
    this.logits = logits;
    this.shares = shares;
    this.shape = shape;
  }

  /**
   * Probabilities of choices.
   *
   * @param z before shaping
   * @param barred choice with probability 0, −1 for none
   * @param shape of the logits
   */
  static Softmax of(double[] z, int barred, LogitShape shape) {
    double[] logits = Arrays.stream(z).map(shape::logit).toArray();
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < z.length; k++) {
      largest = k == barred ? largest : Math.max(largest, logits[k]);
    }
    double[] shares = new double[z.length];
    double sum = 0;
    for (int k = 0; k < z.length; k++) {
      shares[k] = k == barred ? 0 : Math.exp(logits[k] - largest);
      sum += shares[k];
    }
    for (int k = 0; k < z.length; k++) {
      shares[k] /= sum;
    }
    return new Softmax(logits, shares, shape);
  }

  /** π, not copied. */
  double[] shares() {
    return shares;
  }

  /** H(π) = −Σ π_k ln π_k in nats. */
  double entropy() {
    double sum = 0;
    for (double share : shares) {
      sum -= share > 0 ? share * Math.log(share) : 0;
    }
    return sum;
  }

  /** a ∂ ln π_choice/∂z + b ∂H/∂z: ∂ ln π_c/∂ℓ_k = [k = c] − π_k, ∂H/∂ℓ_k = −π_k (ln π_k + H). */
  double[] gradient(int choice, double ofLogProbability, double ofEntropy) {
    double entropy = entropy();
    double[] gradient = new double[shares.length];
    for (int k = 0; k < gradient.length; k++) {
      if (shares[k] > 0) {
        double likelihood = (k == choice ? 1 : 0) - shares[k];
        double spread = -shares[k] * (Math.log(shares[k]) + entropy);
        gradient[k] = (ofLogProbability * likelihood + ofEntropy * spread) * shape.slope(logits[k]);
      }
    }
    return gradient;
  }
}
