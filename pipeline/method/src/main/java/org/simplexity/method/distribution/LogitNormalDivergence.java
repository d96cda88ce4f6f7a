package org.simplexity.method.distribution;

/**
 * KL of two logit-normal distributions: that of the Gaussians of their log ratios, which are of
 * dimension K − 1.
 *
 * <p>With variances v, u of q, p, w = 1 / u, S = Σ w, δ = μ_q − μ_p and c = Σ w δ / S:
 *
 * <pre>KL = ½ (Σ v_k (w_k − w_k² / S) + Σ w_k (δ_k − c)² − (K − 1) + ln |Σ_p| − ln |Σ_q|),
 * ln |Σ_p| = Σ ln u_k + ln Σ 1 / u_k, and so for q.</pre>
 */
final class LogitNormalDivergence {
  private final int operations;
  private final double[] posterior;
  private final double[] prior;
  private final double sum;
  private final double centre;

  private LogitNormalDivergence(double[] posterior, double[] prior) {
    this.operations = posterior.length / 2;
    this.posterior = posterior;
    this.prior = prior;
    double total = 0;
    double weighted = 0;
    for (int k = 0; k < operations; k++) {
      total += precision(prior, k);
      weighted += precision(prior, k) * (posterior[k] - prior[k]);
    }
    this.sum = total;
    this.centre = weighted / total;
  }

  /** The divergence of θ of q from θ of p, each (μ, ln σ). */
  static Estimate of(double[] posterior, double[] prior) {
    return new LogitNormalDivergence(posterior, prior).estimate();
  }

  private Estimate estimate() {
    double own = 0;
    double squares = 0;
    for (int k = 0; k < operations; k++) {
      own += precision(posterior, k);
      double pull = precision(prior, k) * precision(prior, k);
      squares += pull / precision(posterior, k) / (sum * sum);
    }
    double value = (Math.log(sum) - Math.log(own) - (operations - 1)) / 2;
    double[] toPosterior = new double[2 * operations];
    double[] toPrior = new double[2 * operations];
    for (int k = 0; k < operations; k++) {
      double w = precision(prior, k);
      double distance = posterior[k] - prior[k] - centre;
      double ratio = w / precision(posterior, k);
      double kept = 1 - w / sum;
      value += (ratio * kept + w * distance * distance) / 2;
      value += prior[operations + k] - posterior[operations + k];
      toPosterior[k] = w * distance;
      toPrior[k] = -w * distance;
      toPosterior[operations + k] = ratio * kept - 1 + precision(posterior, k) / own;
      toPrior[operations + k] =
          kept - ratio * (1 - 2 * w / sum) - w * (squares + distance * distance);
    }
    return Estimate.exact(value, toPosterior, toPrior);
  }

  private double precision(double[] theta, int k) {
    return Math.exp(-2 * theta[operations + k]);
  }
}
