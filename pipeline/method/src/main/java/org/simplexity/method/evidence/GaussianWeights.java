package org.simplexity.method.evidence;

/**
 * q(w) = N(m, diag σ²) with θ = (m, log σ), w = m + σ ε.
 *
 * <p>KL(q ‖ N(0, A⁻¹)) = Σ ½ (exp(a_i) (m_i² + σ_i²) − 1 − a_i − 2 log σ_i).
 *
 * @param weights length of w
 */
public record GaussianWeights(int weights) implements WeightPosterior {
  @Override
  public int parameters() {
    return 2 * weights;
  }

  @Override
  public double[] draw(double[] theta, double[] noise) {
    double[] drawn = new double[weights];
    for (int i = 0; i < weights; i++) {
      drawn[i] = theta[i] + Math.exp(theta[weights + i]) * noise[i];
    }
    return drawn;
  }

  @Override
  public double[] pullback(double[] theta, double[] weights, double[] gradient) {
    double[] pulled = new double[theta.length];
    for (int i = 0; i < gradient.length; i++) {
      pulled[i] = gradient[i];
      pulled[gradient.length + i] = gradient[i] * (weights[i] - theta[i]);
    }
    return pulled;
  }

  @Override
  public Divergence divergence(double[] theta, double[] logPrecisions) {
    double value = 0;
    double[] posterior = new double[theta.length];
    double[] prior = new double[weights];
    for (int i = 0; i < weights; i++) {
      double precision = Math.exp(logPrecisions[i]);
      double variance = Math.exp(2 * theta[weights + i]);
      double square = precision * (theta[i] * theta[i] + variance);
      value += (square - 1 - logPrecisions[i]) / 2 - theta[weights + i];
      posterior[i] = precision * theta[i];
      posterior[weights + i] = precision * variance - 1;
      prior[i] = (square - 1) / 2;
    }
    return new Divergence(value, posterior, prior);
  }
}
