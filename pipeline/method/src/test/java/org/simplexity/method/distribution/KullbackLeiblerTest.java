package org.simplexity.method.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KullbackLeiblerTest {
  private static final KullbackLeibler DIVERGENCE = new KullbackLeibler(40_000);
  private static final KullbackLeibler SHORT = new KullbackLeibler(50);

  private static double[] theta(double... theta) {
    return theta;
  }

  static Stream<Arguments> closedForms() {
    return Stream.of(
        Arguments.of(
            new Dirichlet(3, 2), theta(0.2, -0.9, 1), new Dirichlet(3, 0.7), theta(0.5, 0.1, -0.2)),
        Arguments.of(
            new LogitNormal(3),
            theta(0.4, -0.5, 0.1, -0.2, 0.3, -0.6),
            new LogitNormal(3),
            theta(-0.3, 0.2, 0.6, 0.1, 0.4, 0.2)));
  }

  static Stream<Arguments> vertices() {
    return Stream.of(
        Arguments.of(new Categorical(3), theta(0.2, -0.9, 1), theta(0.5, 0.1, -0.2)),
        Arguments.of(new Bernoulli(3), theta(0.2, -0.9, 1), theta(0.5, 0.1, -0.2)));
  }

  static Stream<Arguments> sampled() {
    return Stream.of(
        Arguments.of(
            new GumbelSoftmax(3, 0.8),
            theta(0.3, -0.2, 0.5),
            new Dirichlet(3, 1),
            theta(0, 0.3, -0.4)),
        Arguments.of(
            new GumbelSoftmax(2, 0.8), theta(0.3, -0.2), new GumbelSoftmax(2, 1.5), theta(0, 0.3)),
        Arguments.of(
            new LogitNormal(2), theta(0.3, -0.2, 0.1, 0), new Dirichlet(2, 2), theta(0, 0.3)),
        Arguments.of(
            new BinaryConcrete(2, 1), theta(0.3, -0.2), new BinaryConcrete(2, 1.4), theta(0, 0.6)));
  }

  private static double integral(Density q, double[] theta, Density p, double[] prior) {
    return Quadrature.expectation(
        q,
        theta,
        (gamma, coordinates) ->
            q.logDensity(theta, coordinates).value() - p.logDensity(prior, coordinates).value());
  }

  @ParameterizedTest
  @MethodSource("closedForms")
  void aClosedFormIsItsIntegralAndItsAverage(Density q, double[] theta, Density p, double[] prior) {
    Estimate closed = SHORT.of(q, theta, p, prior, new Random(1));
    assertThat(closed.isClosedForm()).isTrue();
    assertThat(closed.standardError()).isZero();
    assertThat(closed.value()).isPositive().isCloseTo(integral(q, theta, p, prior), within(1e-9));
    Estimate average = new SampledKullbackLeibler(q, p, 40_000).at(theta, prior, new Random(41));
    assertThat(average.isClosedForm()).isFalse();
    assertThat(average.value()).isCloseTo(closed.value(), within(4.5 * average.standardError()));
    assertThat(average.posterior()).containsExactly(closed.posterior(), within(0.05));
    assertThat(average.prior()).containsExactly(closed.prior(), within(0.05));
  }

  @ParameterizedTest
  @MethodSource("closedForms")
  void gradientsOfAClosedFormAreItsDifferences(
      Density q, double[] theta, Density p, double[] prior) {
    Random none = new Random(1);
    Estimate at = SHORT.of(q, theta, p, prior, none);
    assertThat(at.posterior())
        .containsExactly(
            Differences.of(t -> SHORT.of(q, t, p, prior, none).value(), theta), within(1e-9));
    assertThat(at.prior())
        .containsExactly(
            Differences.of(t -> SHORT.of(q, theta, p, t, none).value(), prior), within(1e-9));
  }

  @ParameterizedTest
  @MethodSource("vertices")
  void overVerticesItIsItsSumWithItsDifferences(
      StructureDistribution both, double[] theta, double[] prior) {
    Random none = new Random(1);
    Estimate at = SHORT.of(both, theta, both, prior, none);
    assertThat(at.value()).isCloseTo(sum(both, theta, prior), within(1e-14));
    assertThat(at.isClosedForm()).isTrue();
    assertThat(at.posterior())
        .containsExactly(
            Differences.of(t -> SHORT.of(both, t, both, prior, none).value(), theta),
            within(1e-10));
    assertThat(at.prior())
        .containsExactly(
            Differences.of(t -> SHORT.of(both, theta, both, t, none).value(), prior),
            within(1e-10));
    assertThat(SHORT.of(both, theta, both, theta, none).value()).isCloseTo(0, within(1e-15));
  }

  private static double sum(StructureDistribution both, double[] theta, double[] prior) {
    double sum = 0;
    if (both instanceof Categorical categorical) {
      for (int vertex = 0; vertex < 3; vertex++) {
        double log = categorical.logProbability(theta, vertex);
        sum += Math.exp(log) * (log - categorical.logProbability(prior, vertex));
      }
    } else if (both instanceof Bernoulli bernoulli) {
      for (int bits = 0; bits < 8; bits++) {
        double[] vertex = {bits & 1, bits >> 1 & 1, bits >> 2 & 1};
        double log = bernoulli.logProbability(theta, vertex);
        sum += Math.exp(log) * (log - bernoulli.logProbability(prior, vertex));
      }
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource("sampled")
  void anAverageIsWithinItsErrorOfTheIntegral(
      Density q, double[] theta, Density p, double[] prior) {
    Estimate at = DIVERGENCE.of(q, theta, p, prior, new Random(43));
    assertThat(at.isClosedForm()).isFalse();
    assertThat(at.standardError()).isBetween(1e-6, 0.05);
    assertThat(at.value())
        .isCloseTo(integral(q, theta, p, prior), within(4.5 * at.standardError()));
    assertThat(at.posterior())
        .containsExactly(Differences.of(t -> integral(q, t, p, prior), theta), within(0.03));
    assertThat(at.prior())
        .containsExactly(Differences.of(t -> integral(q, theta, p, t), prior), within(0.03));
  }

  @ParameterizedTest
  @MethodSource("closedForms")
  void ofEqualDistributionsIsZeroWithoutGradient(
      Density q, double[] theta, Density p, double[] prior) {
    for (double[] own : new double[][] {theta, prior}) {
      Estimate same = SHORT.of(q, own, q, own, new Random(1));
      assertThat(same.value()).isCloseTo(0, within(1e-13));
      assertThat(same.posterior()).containsExactly(new double[own.length], within(1e-12));
      assertThat(same.prior()).containsExactly(new double[own.length], within(1e-12));
    }
  }

  @Test
  void ofEqualDensitiesTheAverageIsZeroAtEveryDraw() {
    Density q = new GumbelSoftmax(3, 0.5);
    Estimate same = SHORT.of(q, theta(1, 0, 2), q, theta(1, 0, 2), new Random(1));
    assertThat(same.value()).isZero();
    assertThat(same.standardError()).isZero();
    assertThat(same.isClosedForm()).isFalse();
  }

  /** With ln Γ(x) = −ln x, ψ(x) = −1 / x and b = 2a: (K − 1) (1 − ln 2). */
  @Test
  void betweenTinyConcentrationsItHasItsLimit() {
    double[] q = theta(0, 0, 0);
    double[] p = theta(Math.log(2), Math.log(2), Math.log(2));
    Estimate at = SHORT.of(new Dirichlet(3, 1e-30), q, new Dirichlet(3, 1e-30), p, new Random(1));
    assertThat(at.value()).isCloseTo(2 * (1 - Math.log(2)), within(1e-12));
  }

  @Test
  void placesThatDifferAreRefused() {
    Random none = new Random(1);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                SHORT.of(
                    new Dirichlet(3, 1), theta(0, 0, 0), new Dirichlet(2, 1), theta(0, 0), none))
        .withMessageContaining("must live in the same place");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                SHORT.of(
                    new Dirichlet(2, 1), theta(0, 0), new BinaryConcrete(2, 1), theta(0, 0), none))
        .withMessageContaining("must live in the same place");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                SHORT.of(new SoftmaxPoint(2), theta(0, 0), new Dirichlet(2, 1), theta(0, 0), none))
        .withMessageContaining("has no closed form");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KullbackLeibler(1))
        .withMessageContaining("draws 1 must be at least 2");
  }
}
