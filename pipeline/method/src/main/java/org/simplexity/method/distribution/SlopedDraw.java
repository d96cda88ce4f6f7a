package org.simplexity.method.distribution;

/** γ = softmax(z) of logits z_k that each move with θ_k by a slope of their own. */
final class SlopedDraw implements Draw {
  private final double[] logits;
  private final double[] slopes;
  private final double[] shares;

  SlopedDraw(double[] logits, double[] slopes) {
    this.logits = logits;
    this.slopes = slopes;
    this.shares = Softmax.of(logits);
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
    return sloped(Softmax.pullback(shares, gradient));
  }

  @Override
  public double[] coordinatePullback(double[] gradient) {
    return sloped(Softmax.logPullback(shares, gradient));
  }

  private double[] sloped(double[] gradient) {
    for (int k = 0; k < gradient.length; k++) {
      gradient[k] *= slopes[k];
    }
    return gradient;
  }
}
