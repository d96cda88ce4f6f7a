package org.simplexity.method.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.simplexity.kernel.FlatVector;
import org.simplexity.kernel.Precision;

/** Factors of latent units and their automatic relevance. */
class RelevanceScaleTest {
  private static RelevanceScale scale(double... parameters) {
    RelevanceScale scale = new RelevanceScale(parameters.length / 2, 0.1, Precision.DOUBLE);
    values(scale).copyFrom(parameters);
    return scale;
  }

  private static FlatVector values(RelevanceScale scale) {
    return scale.fitted().orElseThrow().values();
  }

  /** KL(N(m, s²) ‖ N(0, α)). */
  private static double divergence(double m, double s, double alpha) {
    return 0.5 * (Math.log(alpha / (s * s)) + (m * m + s * s) / alpha - 1);
  }

  @Test
  void theRelevanceIsTheVarianceOfThePriorAtWhichTheDivergenceIsLeast() {
    double m = 0.7;
    double s = 0.2;
    RelevanceScale scale = scale(m, Math.log(s));
    double alpha = scale.relevances()[0];
    assertThat(scale.divergence()).isCloseTo(divergence(m, s, alpha), within(1e-12));
    for (double other = 0.05; other < 3; other *= 1.1) {
      assertThat(divergence(m, s, other)).isGreaterThanOrEqualTo(scale.divergence());
    }
  }

  @Test
  void theDensityIsThatAtZeroRelativeToThatAtTheMean() {
    double s = 0.5;
    assertThat(scale(1, Math.log(s)).densities()[0])
        .isCloseTo(normal(0, 1, s) / normal(1, 1, s), within(1e-12));
    assertThat(scale(0, 0).densities()[0]).isEqualTo(1);
  }

  private static double normal(double x, double mean, double s) {
    return Math.exp(-(x - mean) * (x - mean) / (2 * s * s)) / s;
  }

  @Test
  void gradientsAreTheDifferencesOfAReconstructionAndTheSharedDivergence() {
    double[] start = {0.8, -0.3, Math.log(0.4), Math.log(1.2)};
    double[] ofFactors = {0.5, -2};
    RelevanceScale scale = scale(start);
    scale.draw(new Random(6));
    scale.pullback(ofFactors);
    double[] gradient = scale.fitted().orElseThrow().gradient().toArray();
    for (int i = 0; i < start.length; i++) {
      double[] ends = new double[2];
      for (int side = 0; side < 2; side++) {
        double[] moved = start.clone();
        moved[i] += (2 * side - 1) * 1e-6;
        values(scale).copyFrom(moved);
        double[] factors = scale.draw(new Random(6));
        ends[side] =
            ofFactors[0] * factors[0] + ofFactors[1] * factors[1] + 0.1 * scale.divergence();
      }
      assertThat(gradient[i]).isCloseTo((ends[1] - ends[0]) / 2e-6, within(1e-8));
    }
  }

  @Test
  void atFirstEveryFactorIsOneWithLittleNoise() {
    RelevanceScale scale = new RelevanceScale(3, 0.1, Precision.FLOAT);
    assertThat(scale.means()).containsOnly(1);
    for (int unit = 0; unit < 3; unit++) {
      assertThat(scale.densities()[unit]).isLessThan(1e-20);
      assertThat(scale.draw(new Random(1))[unit]).isCloseTo(1, within(0.3));
    }
  }
}
