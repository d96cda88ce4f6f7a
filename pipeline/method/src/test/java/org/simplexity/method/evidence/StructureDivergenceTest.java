package org.simplexity.method.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.simplexity.method.distribution.Density;
import org.simplexity.method.distribution.Dirichlet;
import org.simplexity.method.distribution.GumbelSoftmax;
import org.simplexity.method.distribution.KullbackLeibler;
import org.simplexity.method.distribution.LogitNormal;
import org.simplexity.method.distribution.SoftmaxPoint;
import org.simplexity.method.distribution.StructureDistribution;

/** What every divergence of structures keeps. */
class StructureDivergenceTest {
  static Stream<Arguments> divergences() {
    Stream<Density> densities = Stream.of(new GumbelSoftmax(2, 0.6), new LogitNormal(2));
    return Stream.concat(
        Stream.of(Arguments.of(new CategoricalDivergence(), new SoftmaxPoint(2))),
        densities.map(
            density ->
                Arguments.of(new DensityDivergence(density, new KullbackLeibler(7)), density)));
  }

  private static double[] vector(int length, double first) {
    return IntStream.range(0, length).mapToDouble(i -> first - 0.4 * i).toArray();
  }

  private static double[] differences(ToDoubleFunction<double[]> function, double[] point) {
    double[] gradient = new double[point.length];
    for (int i = 0; i < point.length; i++) {
      double[] above = point.clone();
      double[] below = point.clone();
      above[i] += 1e-5;
      below[i] -= 1e-5;
      gradient[i] = (function.applyAsDouble(above) - function.applyAsDouble(below)) / 2e-5;
    }
    return gradient;
  }

  @ParameterizedTest
  @MethodSource("divergences")
  void gradientsAreCentralDifferencesAtTheSameDraws(
      StructureDivergence divergence, StructureDistribution posterior) {
    double[] theta = vector(posterior.parameters(), 0.4);
    double[] h = vector(divergence.parameters(2), 0.1);
    h[1] += 0.7;
    Divergence at = divergence.at(posterior, theta, h, new Random(1));
    assertThat(at.posterior())
        .containsExactly(
            differences(t -> divergence.at(posterior, t, h, new Random(1)).value(), theta),
            within(1e-8));
    assertThat(at.prior())
        .containsExactly(
            differences(g -> divergence.at(posterior, theta, g, new Random(1)).value(), h),
            within(1e-8));
  }

  @ParameterizedTest
  @MethodSource("divergences")
  void ofEqualDistributionsIsZero(StructureDivergence divergence, StructureDistribution posterior) {
    double[] theta = vector(posterior.parameters(), 0.4);
    assertThat(divergence.at(posterior, theta, theta, new Random(1)).value())
        .isCloseTo(0, within(1e-14));
  }

  @Test
  void ofCategoricalDistributionsIsItsSum() {
    double[] q = {Math.log(0.2), Math.log(0.8)};
    double[] p = {0, 0};
    double expected = 0.2 * Math.log(0.4) + 0.8 * Math.log(1.6);
    assertThat(new CategoricalDivergence().at(new SoftmaxPoint(2), q, p, new Random(1)).value())
        .isCloseTo(expected, within(1e-14));
  }

  /** log B(β) − log B(α) + Σ (α_k − β_k) (ψ(α_k) − ψ(Σ α)), B the beta function, α = exp(θ). */
  private static double ofDirichlets(double[] theta, double[] h) {
    double[] q = Arrays.stream(theta).map(Math::exp).toArray();
    double[] p = Arrays.stream(h).map(Math::exp).toArray();
    double value = logBeta(p) - logBeta(q);
    for (int k = 0; k < 2; k++) {
      value += (q[k] - p[k]) * (Gamma.digamma(q[k]) - Gamma.digamma(q[0] + q[1]));
    }
    return value;
  }

  @Test
  void ofDirichletsIsItsClosedForm() {
    double[] theta = {0.7, -0.4};
    double[] h = {0, 1.1};
    Dirichlet dirichlet = new Dirichlet(2, 1);
    Divergence at =
        new DensityDivergence(dirichlet, new KullbackLeibler(2))
            .at(dirichlet, theta, h, new Random(1));
    assertThat(at.value()).isCloseTo(ofDirichlets(theta, h), within(1e-8));
    assertThat(at.posterior())
        .containsExactly(differences(t -> ofDirichlets(t, h), theta), within(1e-7));
    assertThat(at.prior())
        .containsExactly(differences(g -> ofDirichlets(theta, g), h), within(1e-7));
  }

  private static double logBeta(double[] alpha) {
    return Gamma.logGamma(alpha[0])
        + Gamma.logGamma(alpha[1])
        - Gamma.logGamma(alpha[0] + alpha[1]);
  }

  @Test
  void aPointHasNoDivergenceFromADensity() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new DensityDivergence(new LogitNormal(2), new KullbackLeibler(2))
                    .at(new SoftmaxPoint(2), new double[2], new double[4], new Random(1)))
        .withMessageContaining("SoftmaxPoint")
        .withMessageContaining("not both have a density");
  }
}
