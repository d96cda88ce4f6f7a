package org.simplexity.method.distribution;

/** The softmax and its logarithm, with their pullbacks; all stable for logits of any size. */
final class Softmax {
  private Softmax() {}

  /** ln Σ exp(z_k). */
  static double logSumExp(double[] logits) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double logit : logits) {
      largest = Math.max(largest, logit);
    }
    double sum = 0;
    for (double logit : logits) {
      sum += Math.exp(logit - largest);
    }
    return largest + Math.log(sum);
  }

  /** softmax(z). */
  static double[] of(double[] logits) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double logit : logits) {
      largest = Math.max(largest, logit);
    }
    double[] shares = new double[logits.length];
    double sum = 0;
    for (int k = 0; k < logits.length; k++) {
      shares[k] = Math.exp(logits[k] - largest);
      sum += shares[k];
    }
    for (int k = 0; k < logits.length; k++) {
      shares[k] /= sum;
    }
    return shares;
  }

  /** ln softmax(z). */
  static double[] log(double[] logits) {
    double total = logSumExp(logits);
    double[] logs = new double[logits.length];
    for (int k = 0; k < logits.length; k++) {
      logs[k] = logits[k] - total;
    }
    return logs;
  }

  /** ∂z = γ ⊙ (∂γ − ⟨γ, ∂γ⟩) at γ = softmax(z). */
  static double[] pullback(double[] shares, double[] gradient) {
    double inner = 0;
    for (int k = 0; k < shares.length; k++) {
      inner += shares[k] * gradient[k];
    }
    double[] result = new double[shares.length];
    for (int k = 0; k < shares.length; k++) {
      result[k] = shares[k] * (gradient[k] - inner);
    }
    return result;
  }

  /** ∂z = g − γ Σ g for a gradient g of ln softmax(z). */
  static double[] logPullback(double[] shares, double[] gradient) {
    double sum = 0;
    for (double part : gradient) {
      sum += part;
    }
    double[] result = new double[shares.length];
    for (int k = 0; k < shares.length; k++) {
      result[k] = gradient[k] - shares[k] * sum;
    }
    return result;
  }
}
