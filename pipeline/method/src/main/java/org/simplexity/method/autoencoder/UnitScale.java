package org.simplexity.method.autoencoder;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * γ = 1: the plain variational autoencoder, L = ∫ p(x|z) p(z) dz.
 *
 * @param units number of latent units
 */
record UnitScale(int units) implements LatentScale {
  @Override
  public double[] draw(RandomGenerator random) {
    return means();
  }

  @Override
  public double[] means() {
    double[] ones = new double[units];
    Arrays.fill(ones, 1);
    return ones;
  }

  @Override
  public double divergence() {
    return 0;
  }

  @Override
  public void pullback(double[] gradient) {}

  @Override
  public double[] relevances() {
    return means();
  }

  @Override
  public double[] densities() {
    return new double[units];
  }

  @Override
  public Optional<FittedVector> fitted() {
    return Optional.empty();
  }
}
