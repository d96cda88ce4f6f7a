package org.simplexity.method.autoencoder;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.random.RandomGenerator;
import org.simplexity.kernel.FlatVector;
import org.simplexity.kernel.Precision;
import org.simplexity.kernel.vector.GaussianVector;
import org.simplexity.kernel.vector.GaussianVector.Penalty;

/**
 * γ_k ~ N(0, α_k) with q(γ) = N(m, diag s²), L = ∬ p(x|z ⊙ γ) p(z) p(γ) dz dγ.
 *
 * <p>α is optimised with the bound: KL(q(γ_k) ‖ p(γ_k)) is least at α_k = m_k² + s_k², where it is
 * ½ log(1 + m_k² / s_k²). It stands once beside all images, so an image bears an N-th of it.
 */
final class RelevanceScale implements LatentScale {
  /** The first log s: all units start as those of a plain autoencoder, with little noise. */
  private static final double INITIAL_LOG_DEVIATION = -3;

  private final int units;
  private final double share;
  private final GaussianVector gaussian;
  private final FlatVector parameters;
  private final FlatVector gradient;
  private final FlatVector drawn;
  private final FlatVector ofDrawn;

  /**
   * Factors of mean 1.
   *
   * @param units number of latent units
   * @param share weight of the divergence beside the mean over images, 1 / N for the bound itself
   */
  RelevanceScale(int units, double share, Precision precision) {
    this.units = units;
    this.share = share;
    this.drawn = FlatVector.zeros(units, precision);
    this.ofDrawn = drawn.zerosLike();
    this.gaussian = new GaussianVector(drawn);
    this.parameters = FlatVector.zeros(2 * units, precision);
    this.gradient = parameters.zerosLike();
    double[] initial = new double[2 * units];
    Arrays.fill(initial, 0, units, 1);
    Arrays.fill(initial, units, 2 * units, INITIAL_LOG_DEVIATION);
    parameters.copyFrom(initial);
  }

  @Override
  public double[] draw(RandomGenerator random) {
    gaussian.draw(parameters, random, drawn);
    return drawn.toArray();
  }

  @Override
  public double[] means() {
    return Arrays.copyOf(parameters.toArray(), units);
  }

  @Override
  public double divergence() {
    return Arrays.stream(map((m, s) -> 0.5 * Math.log1p(m * m / (s * s)))).sum();
  }

  @Override
  public void pullback(double[] ofFactors) {
    ofDrawn.copyFrom(ofFactors);
    gaussian.pullback(parameters, ofDrawn, new Penalty(0, share, true), gradient);
  }

  @Override
  public double[] relevances() {
    return map((m, s) -> m * m + s * s);
  }

  @Override
  public double[] densities() {
    return map((m, s) -> Math.exp(-m * m / (2 * s * s)));
  }

  @Override
  public Optional<FittedVector> fitted() {
    return Optional.of(new FittedVector("relevance", parameters, gradient));
  }

  private double[] map(DoubleBinaryOperator ofMeanAndDeviation) {
    double[] u = parameters.toArray();
    double[] values = new double[units];
    Arrays.setAll(values, k -> ofMeanAndDeviation.applyAsDouble(u[k], Math.exp(u[units + k])));
    return values;
  }
}
