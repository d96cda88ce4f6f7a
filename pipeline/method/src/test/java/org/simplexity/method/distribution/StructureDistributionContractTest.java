package org.simplexity.method.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.simplexity.method.distribution.Cases.Case;

/** What every distribution of a structure keeps. */
class StructureDistributionContractTest {
  private static final double[] WEIGHTS = {0.7, -1.3, 0.4, 2.0};

  static Stream<Case> all() {
    return Cases.all();
  }

  static Stream<Case> densities() {
    return Cases.densities();
  }

  static Stream<Case> explicit() {
    return Cases.all().filter(Case::explicit);
  }

  private static double[] weights(Case one) {
    return Arrays.copyOf(WEIGHTS, one.distribution().operations());
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource("all")
  void drawsAndCentresLieInTheDomain(Case one) {
    StructureDistribution distribution = one.distribution();
    Random random = new Random(3);
    for (int i = 0; i < 200; i++) {
      double[] gamma = distribution.draw(one.theta(), random).gamma();
      assertThat(gamma).hasSize(distribution.operations());
      for (double share : gamma) {
        assertThat(share).isBetween(0.0, 1.0);
        assertThat(!distribution.domain().isDiscrete() || share == 0 || share == 1).isTrue();
      }
      if (distribution.domain().isSimplex()) {
        assertThat(Arrays.stream(gamma).sum()).isCloseTo(1, within(1e-14));
      }
    }
    double[] centre = distribution.centre(one.theta());
    assertThat(centre).hasSize(distribution.operations());
    if (distribution.domain().isSimplex()) {
      assertThat(Arrays.stream(centre).sum()).isCloseTo(1, within(1e-14));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void theSameGeneratorGivesTheSameDrawAndLeavesThetaAsItWas(Case one) {
    double[] theta = one.theta();
    Draw draw = one.distribution().draw(theta, new Random(5));
    assertThat(one.distribution().draw(theta, new Random(5)).coordinates())
        .isEqualTo(draw.coordinates());
    draw.gamma()[0] = 7;
    draw.coordinates()[0] = 7;
    draw.pullback(weights(one))[0] = 7;
    assertThat(theta).isEqualTo(one.theta());
    assertThat(one.distribution().draw(theta, new Random(5)).gamma()).isEqualTo(draw.gamma());
  }

  @ParameterizedTest
  @MethodSource("densities")
  void coordinatesOfADrawAreItsLogarithms(Case one) {
    Draw draw = one.distribution().draw(one.theta(), new Random(8));
    double[] gamma = draw.gamma();
    boolean simplex = one.distribution().domain().isSimplex();
    for (int k = 0; k < gamma.length; k++) {
      double expected = simplex ? Math.log(gamma[k]) : Math.log(gamma[k] / (1 - gamma[k]));
      assertThat(draw.coordinates()[k]).isCloseTo(expected, within(1e-10));
    }
  }

  @ParameterizedTest
  @MethodSource("explicit")
  void pullbacksAreDifferencesAtTheSameNoise(Case one) {
    StructureDistribution distribution = one.distribution();
    double[] weights = weights(one);
    for (int seed = 0; seed < 5; seed++) {
      int own = seed;
      Draw draw = distribution.draw(one.theta(), new Random(own));
      assertThat(draw.pullback(weights))
          .containsExactly(
              Differences.of(
                  t -> dot(weights, distribution.draw(t, new Random(own)).gamma()), one.theta()),
              within(1e-8));
      assertThat(draw.coordinatePullback(weights))
          .containsExactly(
              Differences.of(
                  t -> dot(weights, distribution.draw(t, new Random(own)).coordinates()),
                  one.theta()),
              within(1e-8));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void pullbacksInBothCoordinatesAgree(Case one) {
    StructureDistribution distribution = one.distribution();
    if (distribution.domain().isDiscrete()) {
      return;
    }
    Draw draw = distribution.draw(one.theta(), new Random(2));
    double[] gamma = draw.gamma();
    double[] gradient = weights(one);
    double[] inCoordinates = gradient.clone();
    for (int k = 0; k < gamma.length; k++) {
      inCoordinates[k] *= gamma[k] * (distribution.domain().isSimplex() ? 1 : 1 - gamma[k]);
    }
    assertThat(draw.coordinatePullback(inCoordinates))
        .containsExactly(draw.pullback(gradient), within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("all")
  void thePullbackOfTheCentreIsItsDifferences(Case one) {
    double[] weights = weights(one);
    assertThat(one.distribution().centrePullback(one.theta(), weights))
        .hasSize(one.distribution().parameters())
        .containsExactly(
            Differences.of(t -> dot(weights, one.distribution().centre(t)), one.theta()),
            within(1e-10));
  }

  @ParameterizedTest
  @MethodSource("densities")
  void gradientsOfTheLogDensityAreItsDifferences(Case one) {
    Density density = one.density();
    for (int seed = 0; seed < 5; seed++) {
      double[] point = density.draw(one.theta(), new Random(seed)).coordinates();
      LogDensity at = density.logDensity(one.theta(), point);
      double scale = 1 + Arrays.stream(at.coordinates()).map(Math::abs).max().orElse(0);
      assertThat(at.theta())
          .containsExactly(
              Differences.of(t -> density.logDensity(t, point).value(), one.theta()),
              within(1e-8 * scale));
      assertThat(at.coordinates())
          .containsExactly(
              Differences.of(x -> density.logDensity(one.theta(), x).value(), point),
              within(1e-8 * scale));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void parametersOfAnotherLengthAreRefused(Case one) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                one.distribution()
                    .draw(new double[one.distribution().parameters() + 1], new Random(1)))
        .withMessageContaining("must have length " + one.distribution().parameters());
  }
}
