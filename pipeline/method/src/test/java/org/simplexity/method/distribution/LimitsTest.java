package org.simplexity.method.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits and special cases that are known in closed form; the lecture's exercise among them. */
class LimitsTest {
  private static final int DRAWS = 20_000;
  private static final double[] THETA = {Math.log(0.5), Math.log(0.3), Math.log(0.2)};
  private static final double[] POINT = {0.2, 0.3, 0.5};

  private static double[] logs(double... gamma) {
    double[] logs = new double[gamma.length];
    for (int k = 0; k < gamma.length; k++) {
      logs[k] = Math.log(gamma[k]);
    }
    return logs;
  }

  private static double[] frequencies(StructureDistribution distribution, double[] theta) {
    Random random = new Random(23);
    double[] sums = new double[distribution.operations()];
    for (int i = 0; i < DRAWS; i++) {
      double[] gamma = distribution.draw(theta, random).gamma();
      for (int k = 0; k < sums.length; k++) {
        sums[k] += gamma[k] / DRAWS;
      }
    }
    return sums;
  }

  @Test
  void aColdGumbelSoftmaxIsARandomVertexWithTheProbabilitiesOfItsCentre() {
    GumbelSoftmax cold = new GumbelSoftmax(3, 1e-3);
    assertThat(frequencies(cold, THETA))
        .containsExactly(new double[] {0.5, 0.3, 0.2}, within(0.016));
    Random random = new Random(29);
    int vertices = 0;
    for (int i = 0; i < 1000; i++) {
      double[] gamma = cold.draw(THETA, random).gamma();
      vertices += Math.max(gamma[0], Math.max(gamma[1], gamma[2])) > 0.999 ? 1 : 0;
    }
    assertThat(vertices).isGreaterThan(980);
  }

  @Test
  void aHotGumbelSoftmaxConcentratesAtTheCentreOfTheSimplex() {
    Random random = new Random(31);
    for (int i = 0; i < 1000; i++) {
      assertThat(new GumbelSoftmax(3, 1e4).draw(THETA, random).gamma())
          .containsExactly(new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3}, within(1e-3));
    }
  }

  /** (K−1)! t^{K−1} Π s_k γ_k^{−t−1} / (Σ s_k γ_k^{−t})^K, in plain arithmetic. */
  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.1, 0.5, 0.995, 2, 5})
  void theDensityOfGumbelSoftmaxIsThatOfThePaper(double t) {
    double[] s = {0.5, 0.3, 0.2};
    double product = 2 * t * t;
    double sum = 0;
    for (int k = 0; k < 3; k++) {
      product *= s[k] * Math.pow(POINT[k], -t - 1);
      sum += s[k] * Math.pow(POINT[k], -t);
    }
    double density = Math.exp(new GumbelSoftmax(3, t).logDensity(THETA, logs(POINT)).value());
    assertThat(density / (product / (sum * sum * sum))).isCloseTo(1, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 6})
  void aDirichletOfConcentrationOneIsConstantAndPullsNowhere(int operations) {
    Dirichlet flat = new Dirichlet(operations, 1);
    double[] point = flat.draw(new double[operations], new Random(1)).coordinates();
    LogDensity at = flat.logDensity(new double[operations], point);
    double factorial = 1;
    for (int k = 2; k < operations; k++) {
      factorial *= k;
    }
    assertThat(Math.exp(at.value()) / factorial).isCloseTo(1, within(1e-12));
    assertThat(at.coordinates()).containsOnly(0);
  }

  /** Γ(x) = 1 / x up to a relative 1e-30: p = a³ / (3a) / Π γ_k. */
  @Test
  void aDirichletOfConcentrationTenToTheMinusThirtyHasItsClosedForm() {
    LogDensity at = new Dirichlet(3, 1e-30).logDensity(new double[3], logs(POINT));
    assertThat(Math.exp(at.value()) / (1e-60 / 3 / 0.03)).isCloseTo(1, within(1e-12));
    assertThat(at.coordinates()).containsExactly(new double[] {-1, -1, -1}, within(1e-15));
    assertThat(at.theta()).containsExactly(new double[] {2.0 / 3, 2.0 / 3, 2.0 / 3}, within(1e-14));
  }

  @Test
  void drawsOfSuchADirichletAreVerticesWithFiniteLogarithmsAndGradients() {
    Dirichlet dirichlet = new Dirichlet(3, 1e-30);
    Random random = new Random(37);
    for (int i = 0; i < 100; i++) {
      Draw draw = dirichlet.draw(THETA, random);
      assertThat(draw.gamma()).containsOnly(0, 1);
      for (double coordinate : draw.coordinates()) {
        assertThat(coordinate).isFinite();
      }
      for (double part : draw.coordinatePullback(new double[] {1, 0, 0})) {
        assertThat(part).isFinite();
      }
    }
    assertThat(frequencies(dirichlet, THETA))
        .containsExactly(new double[] {0.5, 0.3, 0.2}, within(0.016));
  }

  @Test
  void theCentreOfADirichletIsItsMean() {
    assertThat(new Dirichlet(3, 7).centre(THETA))
        .containsExactly(new double[] {0.5, 0.3, 0.2}, within(1e-15));
  }

  @Test
  void verticesHaveTheirProbabilitiesAndEntropy() {
    Categorical categorical = new Categorical(3);
    assertThat(frequencies(categorical, THETA))
        .containsExactly(new double[] {0.5, 0.3, 0.2}, within(0.016));
    assertThat(Math.exp(categorical.logProbability(THETA, 1))).isCloseTo(0.3, within(1e-15));
    assertThat(new Categorical(4).entropy(new double[4])).isCloseTo(Math.log(4), within(1e-15));
    assertThat(new Categorical(2).entropy(new double[] {0, -800})).isCloseTo(0, within(1e-15));

    Bernoulli bernoulli = new Bernoulli(2);
    double[] theta = {Math.log(0.2 / 0.8), 0};
    assertThat(frequencies(bernoulli, theta))
        .containsExactly(new double[] {0.2, 0.5}, within(0.016));
    assertThat(Math.exp(bernoulli.logProbability(theta, new double[] {0, 1})))
        .isCloseTo(0.4, within(1e-15));
    assertThat(bernoulli.entropy(theta))
        .isCloseTo(-0.2 * Math.log(0.2) - 0.8 * Math.log(0.8) + Math.log(2), within(1e-15));
  }

  @Test
  void straightThroughGivesTheVertexOfTheRelaxedDrawAndItsGradient() {
    double[] weights = {0.4, -1, 2};
    for (StructureDistribution relaxed :
        new StructureDistribution[] {new GumbelSoftmax(3, 0.5), new BinaryConcrete(3, 0.5)}) {
      for (int seed = 0; seed < 50; seed++) {
        Draw soft = relaxed.draw(THETA, new Random(seed));
        Draw hard = new StraightThrough(relaxed).draw(THETA, new Random(seed));
        boolean simplex = relaxed.domain().isSimplex();
        double largest = Arrays.stream(soft.gamma()).max().orElseThrow();
        for (int k = 0; k < 3; k++) {
          boolean there = simplex ? soft.gamma()[k] == largest : soft.gamma()[k] > 0.5;
          assertThat(hard.gamma()[k]).isEqualTo(there ? 1 : 0);
        }
        assertThat(hard.pullback(weights)).isEqualTo(soft.pullback(weights));
      }
    }
  }

  @Test
  void aDiagonalCovarianceIsTheLearnedLogitNormal() {
    double[][] diagonal = {{0.25, 0, 0}, {0, 4, 0}, {0, 0, 1.44}};
    double[] theta = {0.3, -1, 0.5, Math.log(0.5), Math.log(2), Math.log(1.2)};
    LogDensity expected = new LogitNormal(3).logDensity(theta, logs(POINT));
    LogDensity at =
        new CorrelatedLogitNormal(diagonal).logDensity(new double[] {0.3, -1, 0.5}, logs(POINT));
    assertThat(at.value()).isCloseTo(expected.value(), within(1e-13));
    assertThat(at.coordinates()).containsExactly(expected.coordinates(), within(1e-13));
  }

  @Test
  void whatAllOperationsShareInACovarianceChangesNothing() {
    double[][] more = new double[3][3];
    for (int j = 0; j < 3; j++) {
      for (int k = 0; k < 3; k++) {
        more[j][k] = Cases.COVARIANCE[j][k] + 2.5;
      }
    }
    assertThat(new CorrelatedLogitNormal(more).logDensity(THETA, logs(POINT)).value())
        .isCloseTo(
            new CorrelatedLogitNormal(Cases.COVARIANCE).logDensity(THETA, logs(POINT)).value(),
            within(1e-12));
  }

  @Test
  void covariancesThatAreNoneAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CorrelatedLogitNormal(new double[][] {{1, 1}, {1, 1}}))
        .withMessageContaining("covariance of log ratios must be positive definite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CorrelatedLogitNormal(new double[][] {{1, 0.5}, {0.4, 1}}))
        .withMessageContaining("symmetric");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CorrelatedLogitNormal(new double[][] {{Double.NaN, 0}, {0, 1}}))
        .withMessageContaining("finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CorrelatedLogitNormal(new double[][] {{1, 0}, {0}}))
        .withMessageContaining("row 2 of the covariance");
  }

  @Test
  void temperaturesThatAreNoneAreRefused() {
    for (double temperature : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new GumbelSoftmax(3, temperature))
          .withMessage("temperature " + temperature + " must be positive and finite");
      assertThatIllegalArgumentException().isThrownBy(() -> new Dirichlet(3, temperature));
      assertThatIllegalArgumentException().isThrownBy(() -> new BinaryConcrete(3, temperature));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> new Categorical(0));
  }

  @Test
  void onlyWhatHasTheProbabilitiesOfItsCentreIsHardened() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StraightThrough(new Dirichlet(3, 1)))
        .withMessageContaining("must be a GumbelSoftmax or a BinaryConcrete");
  }

  @Test
  void onlyVerticesHaveAProbability() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Bernoulli(2).logProbability(new double[2], new double[] {1, 0.5}))
        .withMessage("vertex[1] 0.5 must be 0 or 1");
  }
}
