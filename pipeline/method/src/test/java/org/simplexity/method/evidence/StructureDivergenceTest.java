package org.simplexity.method.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.simplexity.method.distribution.StructureDistribution;

/** What every divergence of structures keeps. */
class StructureDivergenceTest {
  private static final LogitNormalOfTwo LOGIT_NORMAL = new LogitNormalOfTwo();

  static Stream<Arguments> divergences() {
    return Stream.of(
        Arguments.of(new CategoricalDivergence(), new SoftmaxOfLogits(2)),
        Arguments.of(new SampledDivergence(LOGIT_NORMAL, 7), LOGIT_NORMAL));
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
    double[] theta = {0.4, -0.3};
    double[] h = {-0.2, 0.5};
    assertThat(divergence.parameters(2)).isEqualTo(2);
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
    double[] theta = {0.4, -0.3};
    assertThat(divergence.at(posterior, theta, theta, new Random(1)).value())
        .isCloseTo(0, within(1e-14));
  }

  @Test
  void ofCategoricalDistributionsIsItsSum() {
    double[] q = {Math.log(0.2), Math.log(0.8)};
    double[] p = {0, 0};
    double expected = 0.2 * Math.log(0.4) + 0.8 * Math.log(1.6);
    assertThat(new CategoricalDivergence().at(new SoftmaxOfLogits(2), q, p, new Random(1)).value())
        .isCloseTo(expected, within(1e-14));
  }

  /** KL is that of the Gaussians: log(σ_p/σ_q) + (σ_q² + (μ_q − μ_p)²) / 2σ_p² − ½. */
  @Test
  void theSampledOneTendsToTheClosedFormOfLogitNormals() {
    double[] q = {0.4, -0.3};
    double[] p = {-0.2, 0.5};
    double expected = 0.8 + (Math.exp(-0.6) + 0.36) / (2 * Math.exp(1)) - 0.5;
    assertThat(
            new SampledDivergence(LOGIT_NORMAL, 20_000)
                .at(LOGIT_NORMAL, q, p, new Random(1))
                .value())
        .isCloseTo(expected, within(0.02));
  }

  @Test
  void aPointHasNoSampledDivergence() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new SampledDivergence(LOGIT_NORMAL, 1)
                    .at(new SoftmaxOfLogits(2), new double[2], new double[2], new Random(1)))
        .withMessage("posterior over SIMPLEX must have a density over SIMPLEX");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SampledDivergence(LOGIT_NORMAL, 0))
        .withMessage("draws 0 must be at least 1");
  }
}
