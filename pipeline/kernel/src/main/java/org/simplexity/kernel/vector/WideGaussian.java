package org.simplexity.kernel.vector;

import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.simplexity.kernel.FlatVector;

/** Gaussian coordinates in double precision, on copies of the vectors. */
final class WideGaussian implements GaussianVector.Coordinates {
  private final double[] deviations;
  private final double[] offsets;

  WideGaussian(int length) {
    this.deviations = new double[length];
    this.offsets = new double[length];
  }

  @Override
  public void draw(FlatVector parameters, ContinuousSampler normal, FlatVector weights) {
    double[] u = parameters.toArray();
    double[] w = new double[offsets.length];
    for (int i = 0; i < w.length; i++) {
      deviations[i] = Math.exp(u[w.length + i]);
      offsets[i] = deviations[i] * normal.sample();
      w[i] = u[i] + offsets[i];
    }
    weights.copyFrom(w);
  }

  @Override
  public void pullback(
      FlatVector parameters,
      FlatVector gradient,
      GaussianVector.Penalty penalty,
      FlatVector target) {
    double[] u = parameters.toArray();
    double[] g = gradient.toArray();
    double[] pulled = new double[u.length];
    for (int i = 0; i < g.length; i++) {
      double variance = deviations[i] * deviations[i];
      double quadratic =
          penalty.automatic() ? penalty.entropy() / (u[i] * u[i] + variance) : penalty.quadratic();
      pulled[i] = g[i] + quadratic * u[i];
      pulled[g.length + i] = g[i] * offsets[i] + quadratic * variance - penalty.entropy();
    }
    target.copyFrom(pulled);
  }
}
