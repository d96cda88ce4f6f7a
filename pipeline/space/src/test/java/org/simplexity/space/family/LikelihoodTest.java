package org.simplexity.space.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LikelihoodTest {
  static Stream<Arguments> likelihoods() {
    return Stream.of(
        Arguments.of(new GaussianLikelihood(0.3), new double[] {0.7}, 1.1),
        Arguments.of(new SoftmaxLikelihood(), new double[] {0.2, -1, 3}, 1));
  }

  @ParameterizedTest
  @MethodSource("likelihoods")
  void gradientsAreCentralDifferences(Likelihood likelihood, double[] value, double target) {
    assertThat(likelihood.gradient(value, target))
        .containsExactly(
            Differences.of(f -> likelihood.logProbability(f, target), value), within(1e-8));
  }

  @Test
  void theGaussianDensityIntegratesToOneWithItsMeanAndVariance() {
    Likelihood likelihood = new GaussianLikelihood(0.5);
    double step = 1e-3;
    double mass = 0;
    double square = 0;
    for (double y = -4; y < 6; y += step) {
      double density = Math.exp(likelihood.logProbability(new double[] {1}, y));
      mass += step * density;
      square += step * density * (y - 1) * (y - 1);
    }
    assertThat(mass).isCloseTo(1, within(1e-9));
    assertThat(square).isCloseTo(0.25, within(1e-9));
  }

  @Test
  void probabilitiesOfClassesSumToOneAlsoFarFromZero() {
    Likelihood likelihood = new SoftmaxLikelihood();
    double[] value = {1000, 1000 + Math.log(3), -1000};
    assertThat(Math.exp(likelihood.logProbability(value, 0))).isCloseTo(0.25, within(1e-12));
    assertThat(Math.exp(likelihood.logProbability(value, 1))).isCloseTo(0.75, within(1e-12));
    assertThat(Math.exp(likelihood.logProbability(value, 2))).isZero();
  }

  @Test
  void targetsThatAreNoClassAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SoftmaxLikelihood().logProbability(new double[2], 1.5))
        .withMessage("class 1.5 must be a whole number from 0 to 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GaussianLikelihood(0))
        .withMessage("deviation 0.0 must be positive and finite");
  }

  @Test
  void polynomialDataHaveTheirNoiseAroundTheirPolynomial() {
    PolynomialExample example = new PolynomialExample(List.of(1.0, -2.0, 0.5), 0.1);
    Observations data = example.draw(20_000, new Random(1));
    double sum = 0;
    double square = 0;
    for (int i = 0; i < data.size(); i++) {
      double x = data.example(i)[1];
      double error = data.target(i) - (1 - 2 * x + 0.5 * x * x);
      sum += error;
      square += error * error;
    }
    assertThat(sum / data.size()).isCloseTo(0, within(0.004));
    assertThat(Math.sqrt(square / data.size())).isCloseTo(0.1, within(0.003));
    assertThat(data.example(3)[10]).isCloseTo(Math.pow(data.example(3)[1], 10), within(1e-12));
  }
}
