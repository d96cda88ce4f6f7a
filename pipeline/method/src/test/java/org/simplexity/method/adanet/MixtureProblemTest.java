package org.simplexity.method.adanet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.simplexity.data.Seed;

class MixtureProblemTest {
  private static final int IMAGES = 40;
  private static final int CLASSES = 3;
  private static final int[] LABELS = new int[IMAGES];

  static {
    for (int i = 0; i < IMAGES; i++) {
      LABELS[i] = i % CLASSES;
    }
  }

  /** Logits that lean toward the labels by some strength. */
  private static Logits member(int seed, double strength) {
    RandomGenerator random = new Seed(seed).generator();
    double[] values = new double[IMAGES * CLASSES];
    for (int i = 0; i < values.length; i++) {
      boolean own = i % CLASSES == LABELS[i / CLASSES];
      values[i] = random.nextGaussian() + (own ? strength : 0);
    }
    return new Logits(values, CLASSES);
  }

  private static MixtureProblem problem(double first, double second) {
    return new MixtureProblem(
        List.of(member(1, 1), member(2, 0.5)), LABELS, new double[] {first, second});
  }

  @Test
  void gradientIsThatOfCentralDifferences() {
    MixtureProblem problem = problem(0, 0);
    double[] at = {0.7, -0.4};
    double[] gradient = problem.gradient(at);
    double step = 1e-6;
    assertThat(gradient[0])
        .isCloseTo(
            (problem.loss(new double[] {0.7 + step, -0.4})
                    - problem.loss(new double[] {0.7 - step, -0.4}))
                / (2 * step),
            within(1e-8));
    assertThat(gradient[1])
        .isCloseTo(
            (problem.loss(new double[] {0.7, -0.4 + step})
                    - problem.loss(new double[] {0.7, -0.4 - step}))
                / (2 * step),
            within(1e-8));
  }

  @Test
  void lossOfNoWeightsIsThatOfGuessing() {
    assertThat(problem(5, 5).objective(new double[2])).isCloseTo(Math.log(3), within(1e-12));
  }

  @Test
  void fittedWeightsAreThoseOfAFineGrid() {
    MixtureProblem problem = problem(0.05, 0.02);
    double[] fitted = problem.fit(new double[2]);
    double least = Double.POSITIVE_INFINITY;
    for (double first = -1; first <= 3; first += 0.02) {
      for (double second = -1; second <= 3; second += 0.02) {
        least = Math.min(least, problem.objective(new double[] {first, second}));
      }
    }
    assertThat(problem.objective(fitted)).isLessThanOrEqualTo(least).isCloseTo(least, within(1e-3));
  }

  @Test
  void aMemberIsLeftOutExactlyWhereItsSlopeIsLessThanItsPenalty() {
    double[] slopes = problem(0, 0).gradient(new double[2]);
    double first = Math.abs(slopes[0]);
    double second = Math.abs(slopes[1]);
    assertThat(problem(first * 1.01, second * 1.01).fit(new double[] {1, 1})).containsExactly(0, 0);
    assertThat(problem(first * 0.9, second * 1.01).fit(new double[2])[0]).isPositive();
  }

  @Test
  void fittingNeverRaisesTheObjective() {
    MixtureProblem problem = problem(0.05, 0.02);
    double[] start = {4, -3};
    assertThat(problem.objective(problem.fit(start))).isLessThan(problem.objective(start));
  }
}
