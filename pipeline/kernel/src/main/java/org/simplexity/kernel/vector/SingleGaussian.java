package org.simplexity.kernel.vector;

import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.simplexity.kernel.FlatVector;

/** Gaussian coordinates in single precision, on the vectors' own arrays. */
final class SingleGaussian implements GaussianVector.Coordinates {
  private final float[] deviations;
  private final float[] offsets;

  SingleGaussian(int length) {
    this.deviations = new float[length];
    this.offsets = new float[length];
  }

  @Override
  public void draw(FlatVector parameters, ContinuousSampler normal, FlatVector weights) {
    float[] u = array(parameters);
    float[] w = array(weights);
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = (float) normal.sample();
    }
    Exponential.of(u, offsets.length, deviations);
    for (int i = 0; i < w.length; i++) {
      offsets[i] *= deviations[i];
      w[i] = u[i] + offsets[i];
    }
  }

  @Override
  public void pullback(
      FlatVector parameters,
      FlatVector gradient,
      GaussianVector.Penalty penalty,
      FlatVector target) {
    if (penalty.automatic()) {
      automatic(array(parameters), array(gradient), (float) penalty.entropy(), array(target));
    } else {
      fixed(array(parameters), array(gradient), penalty, array(target));
    }
  }

  private void fixed(float[] u, float[] g, GaussianVector.Penalty penalty, float[] target) {
    float quadratic = (float) penalty.quadratic();
    float entropy = (float) penalty.entropy();
    int n = g.length;
    for (int i = 0; i < n; i++) {
      target[i] = g[i] + quadratic * u[i];
    }
    for (int i = 0; i < n; i++) {
      float deviation = deviations[i];
      target[n + i] = g[i] * offsets[i] + quadratic * deviation * deviation - entropy;
    }
  }

  private void automatic(float[] u, float[] g, float entropy, float[] target) {
    int n = g.length;
    for (int i = 0; i < n; i++) {
      float mean = u[i];
      float variance = deviations[i] * deviations[i];
      float quadratic = entropy / (mean * mean + variance);
      target[i] = g[i] + quadratic * mean;
      target[n + i] = g[i] * offsets[i] + quadratic * variance - entropy;
    }
  }

  private static float[] array(FlatVector vector) {
    if (vector instanceof FlatVector.Single single) {
      return single.array();
    }
    throw new IllegalArgumentException(
        "a vector in another precision does not fit Gaussian coordinates in single precision");
  }
}
