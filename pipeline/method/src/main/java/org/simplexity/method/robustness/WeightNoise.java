package org.simplexity.method.robustness;

import java.util.random.RandomGenerator;
import org.simplexity.data.Seed;
import org.simplexity.kernel.Slice;

/**
 * Gaussian noise in weights, relative to their size: w + σ · rms(slice) · ε, ε ~ N(0, 1), where a
 * slice is the weights of one layer and rms the root of the mean of their squares.
 *
 * <p>Only the coefficients of convolutions and dense layers are disturbed ({@link
 * Slice.Kind#WEIGHT}); biases, scales, shifts and running statistics stay. Document on structure
 * search with Dirichlet priors, robustness to noise in parameters.
 */
public final class WeightNoise implements Perturbation {
  @Override
  public String name() {
    return "weight_noise";
  }

  @Override
  public String scale() {
    return "σ of the noise, relative to the weights of a layer";
  }

  @Override
  public boolean isRandom() {
    return true;
  }

  @Override
  public Specimen disturb(Specimen specimen, double level, Seed seed) {
    RandomGenerator random = seed.generator();
    float[] weights = specimen.network().weights();
    for (Slice slice : specimen.network().network().parameters().slices()) {
      if (slice.kind() == Slice.Kind.WEIGHT) {
        double deviation = level * rootMeanSquare(weights, slice);
        for (int i = slice.offset(); i < slice.end(); i++) {
          weights[i] += (float) (deviation * random.nextGaussian());
        }
      }
    }
    return specimen.with(specimen.network().withWeights(weights));
  }

  private static double rootMeanSquare(float[] weights, Slice slice) {
    double sum = 0;
    for (int i = slice.offset(); i < slice.end(); i++) {
      sum += (double) weights[i] * weights[i];
    }
    return Math.sqrt(sum / slice.length());
  }
}
