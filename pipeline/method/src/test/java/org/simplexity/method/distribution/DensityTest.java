package org.simplexity.method.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.simplexity.method.distribution.Cases.Case;

/** Densities against integrals over their domain, and their draws against both. */
class DensityTest {
  private static final int DRAWS = 40_000;
  private static final double ERRORS = 4.5;

  static Stream<Case> densities() {
    return Cases.densities();
  }

  /** A function that is neither linear nor symmetric. */
  private static double value(double[] gamma) {
    double sum = gamma[0] * gamma[0];
    for (int k = 0; k < gamma.length; k++) {
      sum += (k + 1) * gamma[k] - gamma[k] * gamma[k] * gamma[0] / 2;
    }
    return sum;
  }

  private static double[] slope(double[] gamma) {
    double[] slope = new double[gamma.length];
    for (int k = 0; k < gamma.length; k++) {
      slope[k] = k + 1 - gamma[k] * gamma[0];
      slope[0] -= gamma[k] * gamma[k] / 2;
    }
    slope[0] += 2 * gamma[0];
    return slope;
  }

  @ParameterizedTest
  @MethodSource("densities")
  void theDensityIntegratesToOne(Case one) {
    assertThat(Quadrature.expectation(one.density(), one.theta(), gamma -> 1))
        .isCloseTo(1, within(1e-9));
  }

  @ParameterizedTest
  @MethodSource("densities")
  void momentsOfDrawsAreThoseOfTheDensity(Case one) {
    Random random = new Random(11);
    int operations = one.distribution().operations();
    for (int power = 1; power <= 2; power++) {
      for (int k = 0; k < operations; k++) {
        Mean mean = new Mean();
        for (int i = 0; i < DRAWS; i++) {
          mean.add(Math.pow(one.distribution().draw(one.theta(), random).gamma()[k], power));
        }
        int coordinate = k;
        double exponent = power;
        double expected =
            Quadrature.expectation(
                one.density(), one.theta(), gamma -> Math.pow(gamma[coordinate], exponent));
        assertThat(mean.value())
            .as("moment %d of coordinate %d", power, k)
            .isCloseTo(expected, within(ERRORS * mean.error()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("densities")
  void pathwiseGradientsOfExpectationsAreDifferencesOfTheirIntegrals(Case one) {
    double[] expected =
        Differences.of(
            t -> Quadrature.expectation(one.density(), t, DensityTest::value), one.theta());
    Mean[] means = Stream.generate(Mean::new).limit(expected.length).toArray(Mean[]::new);
    Random random = new Random(13);
    for (int i = 0; i < DRAWS; i++) {
      Draw draw = one.distribution().draw(one.theta(), random);
      double[] gradient = draw.pullback(slope(draw.gamma()));
      for (int p = 0; p < means.length; p++) {
        means[p].add(gradient[p]);
      }
    }
    for (int p = 0; p < means.length; p++) {
      assertThat(means[p].error()).isLessThan(0.02);
      assertThat(means[p].value())
          .as("parameter %d", p)
          .isCloseTo(expected[p], within(ERRORS * means[p].error()));
    }
  }

  /** A mean with its standard error. */
  private static final class Mean {
    private double count;
    private double sum;
    private double squares;

    void add(double value) {
      count++;
      sum += value;
      squares += value * value;
    }

    double value() {
      return sum / count;
    }

    double error() {
      return Math.sqrt((squares / count - value() * value()) / count);
    }
  }

  /** Γ(2a) / Γ(a)² 4¹⁻ᵃ = 2 √(a / π) (1 − 1 / 8a + 1 / 128a² + 5 / 1024a³ − …), as of C(2a, a). */
  @ParameterizedTest
  @ValueSource(doubles = {1e3, 1e5, 1e7, 1e9})
  void largeConcentrationsKeepTheirDigits(double a) {
    double half = Math.log(0.5);
    double log = new Dirichlet(2, a).logDensity(new double[2], new double[] {half, half}).value();
    double series = 1 - 1 / (8 * a) + 1 / (128 * a * a) + 5 / (1024 * a * a * a);
    double expected = 2 * Math.sqrt(a / Math.PI) * series;
    assertThat(Math.exp(log) / expected).isCloseTo(1, within(1e-11));
  }

  /**
   * With whole concentrations the density is Γ(Σ α) / Π Γ(α_k) γ₁^(α₁−1) …, on both sides of 10.
   */
  @Test
  void wholeConcentrationsGiveAPolynomial() {
    double[] theta = {Math.log(2), Math.log(3), Math.log(12)};
    double[] point = {Math.log(.2), Math.log(.1), Math.log(.7)};
    double factor = 1; // 16! / (1! 2! 11!)
    for (int i = 12; i <= 16; i++) {
      factor *= i;
    }
    double expected = factor / 2 * .2 * Math.pow(.1, 2) * Math.pow(.7, 11);
    assertThat(Math.exp(new Dirichlet(3, 1).logDensity(theta, point).value()) / expected)
        .isCloseTo(1, within(1e-12));
  }
}
