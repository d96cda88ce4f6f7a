package org.simplexity.method.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.simplexity.kernel.Precision;

/** Codes of images and their divergence from N(0, I). */
class LatentCodeTest {
  private static LatentCode code(int batch, int units) {
    return new LatentCode(batch, units, Precision.DOUBLE);
  }

  @Test
  void theDivergenceOfThePriorFromItselfIsZero() {
    LatentCode code = code(2, 3);
    code.draw(new double[12], new Random(1));
    assertThat(code.divergence()).isZero();
  }

  /** KL = ∫ q log(q / p), by the trapezium rule over 12 deviations. */
  @ParameterizedTest
  @CsvSource({"0, 0.5", "1.5, 1", "-2, 0.1", "0.3, 2"})
  void theDivergenceOfAUnitIsTheIntegralOverItsDensity(double mean, double deviation) {
    LatentCode code = code(1, 1);
    code.draw(new double[] {mean, Math.log(deviation)}, new Random(1));
    double step = deviation / 500;
    double integral = 0;
    for (double z = mean - 12 * deviation; z <= mean + 12 * deviation; z += step) {
      double u = (z - mean) / deviation;
      double density = Math.exp(-u * u / 2) / (deviation * Math.sqrt(2 * Math.PI));
      integral += step * density * (-u * u / 2 - Math.log(deviation) + z * z / 2);
    }
    assertThat(code.divergence()).isCloseTo(integral, within(1e-6));
  }

  @Test
  void drawsHaveTheMeanAndDeviationOfEachExampleAndUnit() {
    int draws = 20_000;
    double[] outputs = {1, -2, 0, Math.log(0.5), 3, 0, Math.log(2), -1};
    double[] expectedMeans = {1, -2, 3, 0};
    double[] deviations = {1, 0.5, 2, Math.exp(-1)};
    LatentCode code = code(2, 2);
    Random random = new Random(3);
    double[] sums = new double[4];
    double[] squares = new double[4];
    for (int draw = 0; draw < draws; draw++) {
      double[] z = code.draw(outputs, random);
      for (int i = 0; i < 4; i++) {
        sums[i] += z[i];
        squares[i] += (z[i] - expectedMeans[i]) * (z[i] - expectedMeans[i]);
      }
    }
    for (int i = 0; i < 4; i++) {
      double error = 4 * deviations[i] / Math.sqrt(draws);
      assertThat(sums[i] / draws).isCloseTo(expectedMeans[i], within(error));
      assertThat(Math.sqrt(squares[i] / draws)).isCloseTo(deviations[i], within(error));
    }
  }

  @Test
  void aPartOfABatchHasItsOwnMean() {
    LatentCode code = code(5, 1);
    code.draw(new double[] {2, 0, 0, 0}, new Random(1));
    assertThat(code.examples()).isEqualTo(2);
    assertThat(code.divergence()).isCloseTo(1, within(1e-12)); // (½ 2² + 0) / 2
    assertThat(code.divergence(0, 0)).isCloseTo(2, within(1e-12));
  }

  @Test
  void unitsHaveTheVarianceOfTheirMeansOverAllImages() {
    LatentCode code = code(2, 2);
    LatentMoments moments = new LatentMoments(2);
    code.draw(new double[] {1, 0.05, 0, 0, -1, -0.05, 0, 0}, new Random(1));
    moments.add(code);
    code.draw(new double[] {3, 0.15, 0, 0}, new Random(1));
    moments.add(code);
    var units = moments.units(new UnitScale(2));
    // means 1, −1, 3: variance 11 / 3 − 1; the second unit's are a twentieth of them
    assertThat(units.get(0).variance()).isCloseTo(8.0 / 3, within(1e-12));
    assertThat(units.get(1).variance()).isCloseTo(8.0 / 1200, within(1e-12));
    assertThat(units.get(0).divergence()).isCloseTo(11.0 / 6, within(1e-12));
    assertThat(units).extracting(LatentUnit::isActive).containsExactly(true, false);
    assertThat(units).extracting(LatentUnit::relevance).containsExactly(1.0, 1.0);
  }
}
