package org.simplexity.method.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.simplexity.data.Seed;

class WeightPosteriorTest {
  private static double logNormal(double x, double mean, double deviation) {
    double z = (x - mean) / deviation;
    return -z * z / 2 - Math.log(deviation) - Math.log(2 * Math.PI) / 2;
  }

  private static double integral(DoubleUnaryOperator function) {
    double step = 1e-3;
    double sum = 0;
    for (double x = -12; x < 12; x += step) {
      sum += step * function.applyAsDouble(x);
    }
    return sum;
  }

  @Test
  void theDivergenceOfGaussiansIsTheIntegralThatDefinesIt() {
    double mean = 0.8;
    double deviation = 0.6;
    double logPrecision = -0.5;
    double prior = Math.exp(-logPrecision / 2);
    double integral =
        integral(
            x ->
                Math.exp(logNormal(x, mean, deviation))
                    * (logNormal(x, mean, deviation) - logNormal(x, 0, prior)));
    double[] theta = {mean, Math.log(deviation)};
    assertThat(new GaussianWeights(1).divergence(theta, new double[] {logPrecision}).value())
        .isCloseTo(integral, within(1e-9));
  }

  @Test
  void aPointPaysItsNegativeLogDensity() {
    assertThat(new PointWeights(1).divergence(new double[] {2}, new double[] {1}).value())
        .isCloseTo(-logNormal(2, 0, Math.exp(-0.5)), within(1e-12));
  }

  @Test
  void equalGaussiansDoNotDiverge() {
    double[] theta = {0, 0, 0.5, -1};
    assertThat(new GaussianWeights(2).divergence(theta, new double[] {-1, 2}).value())
        .isCloseTo(0, within(1e-15));
  }

  @Test
  void cubatureHasTheFirstThreeMomentsOfTheNormal() {
    Noise noise = new CubatureNoise(new Seed(1));
    assertThat(noise.draws(3)).isEqualTo(6);
    for (int i = 0; i < 3; i++) {
      double mean = 0;
      double square = 0;
      double cube = 0;
      for (int draw = 0; draw < 6; draw++) {
        double value = noise.normal(draw, 3)[i];
        mean += value / 6;
        square += value * value / 6;
        cube += value * value * value / 6;
      }
      assertThat(mean).isZero();
      assertThat(square).isCloseTo(1, within(1e-15));
      assertThat(cube).isZero();
    }
  }

  @Test
  void antitheticDrawsComeInOppositePairsAndAreNormal() {
    Noise noise = new AntitheticNoise(5000, new Seed(1));
    double square = 0;
    for (int draw = 0; draw < noise.draws(1); draw += 2) {
      double value = noise.normal(draw, 1)[0];
      assertThat(noise.normal(draw + 1, 1)[0]).isEqualTo(-value);
      square += value * value / 5000;
    }
    assertThat(square).isCloseTo(1, within(0.08));
  }
}
