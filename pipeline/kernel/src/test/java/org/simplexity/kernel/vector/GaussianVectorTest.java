package org.simplexity.kernel.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.simplexity.kernel.FlatVector;
import org.simplexity.kernel.Precision;
import org.simplexity.kernel.vector.GaussianVector.Penalty;

class GaussianVectorTest {
  private static final double[] U = {0.7, -1.3, 0.2, -0.5, 0.1, -2.0};
  private static final double[] SLOPE = {2, -3, 0.5};

  private static FlatVector vector(Precision precision, double... values) {
    FlatVector vector = FlatVector.zeros(values.length, precision);
    vector.copyFrom(values);
    return vector;
  }

  /** Loss slope · w of the draw with a seed. */
  private static double loss(double[] parameters, long seed) {
    FlatVector w = vector(Precision.DOUBLE, new double[3]);
    new GaussianVector(w).draw(vector(Precision.DOUBLE, parameters), new Random(seed), w);
    double loss = 0;
    for (int i = 0; i < SLOPE.length; i++) {
      loss += SLOPE[i] * w.get(i);
    }
    return loss;
  }

  private static double penalty(double[] u, Penalty penalty) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double variance = Math.exp(2 * u[3 + i]);
      sum +=
          penalty.automatic()
              ? penalty.entropy() * Math.log1p(u[i] * u[i] / variance) / 2
              : penalty.quadratic() * (u[i] * u[i] + variance) / 2 - penalty.entropy() * u[3 + i];
    }
    return sum;
  }

  @ParameterizedTest
  @CsvSource({"0, 0, false", "0.6, 0.3, false", "0.8, 0, false", "0, 0.7, true"})
  void pullsBackTheDifferencesOfLossAndPenaltyAtAFixedDraw(
      double quadratic, double entropy, boolean automatic) {
    Penalty penalty = new Penalty(quadratic, entropy, automatic);
    FlatVector u = vector(Precision.DOUBLE, U);
    FlatVector w = vector(Precision.DOUBLE, new double[3]);
    GaussianVector gaussian = new GaussianVector(w);
    gaussian.draw(u, new Random(5), w);
    FlatVector pulled = u.zerosLike();
    gaussian.pullback(u, vector(Precision.DOUBLE, SLOPE), penalty, pulled);
    for (int i = 0; i < U.length; i++) {
      double[] up = U.clone();
      double[] down = U.clone();
      up[i] += 1e-5;
      down[i] -= 1e-5;
      double difference =
          (loss(up, 5) + penalty(up, penalty) - loss(down, 5) - penalty(down, penalty)) / 2e-5;
      assertThat(pulled.get(i)).isCloseTo(difference, within(1e-8));
    }
  }

  @Test
  void singlePrecisionDrawsAndPullsBackWhatDoublePrecisionDoes() {
    for (Penalty penalty : List.of(new Penalty(0.6, 0.3, false), new Penalty(0, 1, true))) {
      assertThat(pulled(Precision.FLOAT, penalty))
          .containsExactly(pulled(Precision.DOUBLE, penalty), within(2e-6));
    }
  }

  private static double[] pulled(Precision precision, Penalty penalty) {
    FlatVector u = vector(precision, U);
    FlatVector w = vector(precision, new double[3]);
    GaussianVector gaussian = new GaussianVector(w);
    gaussian.draw(u, new Random(3), w);
    FlatVector pulled = u.zerosLike();
    gaussian.pullback(u, vector(precision, SLOPE), penalty, pulled);
    return pulled.toArray();
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void drawsHaveTheMomentsOfTheDistribution(Precision precision) {
    int n = 400_000;
    double[] parameters = new double[2 * n];
    for (int i = 0; i < n; i++) {
      parameters[i] = 0.5;
      parameters[n + i] = Math.log(2);
    }
    FlatVector w = FlatVector.zeros(n, precision);
    new GaussianVector(w).draw(vector(precision, parameters), new Random(1), w);
    double[] moments = new double[4];
    double beyond = 0;
    for (double value : w.toArray()) {
      double z = (value - 0.5) / 2;
      for (int k = 0; k < 4; k++) {
        moments[k] += Math.pow(z, k + 1) / n;
      }
      beyond += Math.abs(z) > 1.959963984540054 ? 1.0 / n : 0;
    }
    // Five standard errors: the variances of z, z², z³, z⁴ are 1, 2, 15, 96.
    double root = 5 / Math.sqrt(n);
    assertThat(moments[0]).isCloseTo(0, within(root));
    assertThat(moments[1]).isCloseTo(1, within(root * Math.sqrt(2)));
    assertThat(moments[2]).isCloseTo(0, within(root * Math.sqrt(15)));
    assertThat(moments[3]).isCloseTo(3, within(root * Math.sqrt(96)));
    assertThat(beyond).isCloseTo(0.05, within(root * Math.sqrt(0.05 * 0.95)));
  }

  @Test
  void aSeedGivesTheSameDrawAgainAndAnotherSeedAnother() {
    assertThat(loss(U, 9)).isEqualTo(loss(U, 9)).isNotEqualTo(loss(U, 10));
  }

  @Test
  void namesLengthsThatDoNotFit() {
    FlatVector w = vector(Precision.FLOAT, 0, 0);
    assertThatThrownBy(() -> new GaussianVector(w).draw(w, new Random(0), w))
        .hasMessage("a vector of length 2 was given, 4 is needed");
  }
}
