package org.simplexity.method.distribution;

/**
 * γ = softmax(z) of logits z that depend on θ by z_k = scale · θ_k + noise.
 *
 * <p>Package-private: {@link SoftmaxPoint} has scale 1 and no noise, {@link GumbelSoftmax} 1 / t.
 */
final class SimplexDraw implements Draw {
  private final double[] logits;
  private final double[] shares;
  private final double scale;

  SimplexDraw(double[] logits, double scale) {
    this.logits = logits;
    this.shares = Softmax.of(logits);
    this.scale = scale;
  }

  @Override
  public double[] gamma() {
    return shares.clone();
  }

  @Override
  public double[] coordinates() {
    return Softmax.log(logits);
  }

  @Override
  public double[] pullback(double[] gradient) {
    return scaled(Softmax.pullback(shares, gradient));
  }

  @Override
  public double[] coordinatePullback(double[] gradient) {
    return scaled(Softmax.logPullback(shares, gradient));
  }

  private double[] scaled(double[] gradient) {
    for (int k = 0; k < gradient.length; k++) {
      gradient[k] *= scale;
    }
    return gradient;
  }
}
