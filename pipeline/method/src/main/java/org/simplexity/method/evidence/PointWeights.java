package org.simplexity.method.evidence;

/**
 * One w = θ. KL(q‖p) of a point is infinite; its part that depends on w and a is taken instead:
 * −log p(w|a) = Σ ½ (exp(a_i) w_i² − a_i + log 2π), which gives the maximum of the posterior.
 *
 * <p>With a shifted by log 2 its gradient in w is that of the term exp(a_i) w_i² of the document on
 * structure search with Dirichlet priors.
 *
 * @param weights length of w
 */
public record PointWeights(int weights) implements WeightPosterior {
  @Override
  public int parameters() {
    return weights;
  }

  @Override
  public double[] draw(double[] theta, double[] noise) {
    return theta.clone();
  }

  @Override
  public double[] pullback(double[] theta, double[] weights, double[] gradient) {
    return gradient.clone();
  }

  @Override
  public Divergence divergence(double[] theta, double[] logPrecisions) {
    double value = 0;
    double[] posterior = new double[weights];
    double[] prior = new double[weights];
    for (int i = 0; i < weights; i++) {
      double precision = Math.exp(logPrecisions[i]);
      double square = precision * theta[i] * theta[i];
      value += (square - logPrecisions[i] + Math.log(2 * Math.PI)) / 2;
      posterior[i] = precision * theta[i];
      prior[i] = (square - 1) / 2;
    }
    return new Divergence(value, posterior, prior);
  }
}
