package org.simplexity.method.distribution;

/** γ = sigmoid(x) of logits x that depend on θ by x_k = scale · θ_k + noise. */
final class CubeDraw implements Draw {
  private final double[] logits;
  private final double scale;

  CubeDraw(double[] logits, double scale) {
    this.logits = logits;
    this.scale = scale;
  }

  @Override
  public double[] gamma() {
    return Sigmoid.of(logits);
  }

  @Override
  public double[] coordinates() {
    return logits.clone();
  }

  @Override
  public double[] pullback(double[] gradient) {
    return coordinatePullback(Sigmoid.pullback(gamma(), gradient));
  }

  @Override
  public double[] coordinatePullback(double[] gradient) {
    double[] theta = gradient.clone();
    for (int k = 0; k < theta.length; k++) {
      theta[k] *= scale;
    }
    return theta;
  }
}
