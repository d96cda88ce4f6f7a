package org.simplexity.method.evidence;

import java.util.random.RandomGenerator;
import org.simplexity.method.distribution.Density;
import org.simplexity.method.distribution.Domain;
import org.simplexity.method.distribution.Draw;
import org.simplexity.method.distribution.LogDensity;

/**
 * γ = (s, 1 − s), s the sigmoid of x ~ N(μ, σ²), θ = (μ, log σ): its divergences are those of x.
 */
record LogitNormalOfTwo() implements Density {
  @Override
  public Domain domain() {
    return Domain.SIMPLEX;
  }

  @Override
  public int operations() {
    return 2;
  }

  @Override
  public int parameters() {
    return 2;
  }

  private static double share(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  @Override
  public Draw draw(double[] theta, RandomGenerator random) {
    double noise = random.nextGaussian() * Math.exp(theta[1]);
    return new Drawn(theta[0] + noise, noise);
  }

  private record Drawn(double x, double noise) implements Draw {
    @Override
    public double[] gamma() {
      return new double[] {share(x), share(-x)};
    }

    @Override
    public double[] coordinates() {
      return new double[] {Math.log(share(x)), Math.log(share(-x))};
    }

    @Override
    public double[] pullback(double[] gradient) {
      double slope = share(x) * share(-x) * (gradient[0] - gradient[1]);
      return new double[] {slope, slope * noise};
    }

    @Override
    public double[] coordinatePullback(double[] gradient) {
      double slope = share(-x) * gradient[0] - share(x) * gradient[1];
      return new double[] {slope, slope * noise};
    }
  }

  @Override
  public LogDensity logDensity(double[] theta, double[] coordinates) {
    double z = (coordinates[0] - coordinates[1] - theta[0]) / Math.exp(theta[1]);
    double value =
        -z * z / 2 - theta[1] - Math.log(2 * Math.PI) / 2 - coordinates[0] - coordinates[1];
    double slope = z / Math.exp(theta[1]);
    return new LogDensity(
        value, new double[] {slope, z * z - 1}, new double[] {-slope - 1, slope - 1});
  }

  @Override
  public double[] centre(double[] theta) {
    return new double[] {share(theta[0]), share(-theta[0])};
  }

  @Override
  public double[] centrePullback(double[] theta, double[] gradient) {
    double slope = share(theta[0]) * share(-theta[0]) * (gradient[0] - gradient[1]);
    return new double[] {slope, 0};
  }
}
