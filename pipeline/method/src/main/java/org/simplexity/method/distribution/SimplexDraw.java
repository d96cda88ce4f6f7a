package org.simplexity.method.distribution;

import java.util.function.IntToDoubleFunction;

/** γ = softmax(z) of logits z_k that each depend on one parameter θ_k, the noise held fixed. */
final class SimplexDraw implements Draw {
  private final double[] logits;
  private final double[] shares;
  private final IntToDoubleFunction slope;

  /**
   * A draw.
   *
   * @param logits z
   * @param slope of every k: dz_k / dθ_k; asked for where a gradient is carried back, not before
   */
  SimplexDraw(double[] logits, IntToDoubleFunction slope) {
    this.logits = logits;
    this.shares = Softmax.of(logits);
    this.slope = slope;
  }

  /** A draw whose logits all move by the same multiple of their parameters. */
  SimplexDraw(double[] logits, double scale) {
    this(logits, k -> scale);
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
      gradient[k] *= slope.applyAsDouble(k);
    }
    return gradient;
  }
}
