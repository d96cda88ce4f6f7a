package org.simplexity.method.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.simplexity.kernel.FlatVector;
import org.simplexity.kernel.Precision;

/** The gradients of the penalties against differences of their closed forms. */
class ObjectiveTest {
  private static final int IMAGES = 500;
  private static final double[] U = {0.8, -0.3, 1.7, -1.0, 0.2, -3.0};

  /** KL(N(m, σ²) ‖ N(0, 1/p)) summed over the three weights. */
  private static double divergence(double[] u, double precision) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double variance = Math.exp(2 * u[3 + i]);
      sum += (precision * (u[i] * u[i] + variance) - 1 - Math.log(precision * variance)) / 2;
    }
    return sum;
  }

  private static void check(
      Objective objective, double lambda, ToDoubleFunction<double[]> penalty) {
    FlatVector w = FlatVector.zeros(3, Precision.DOUBLE);
    FlatVector u = FlatVector.zeros(6, Precision.DOUBLE);
    u.copyFrom(U);
    GaussianModel model = new GaussianModel(w, 0);
    model.draw(u, new Random(1), w);
    FlatVector pulled = u.zerosLike();
    model.pullback(u, w.zerosLike(), objective.penalty(lambda), pulled);
    for (int i = 0; i < U.length; i++) {
      double[] up = U.clone();
      double[] down = U.clone();
      up[i] += 1e-5;
      down[i] -= 1e-5;
      double difference = (penalty.applyAsDouble(up) - penalty.applyAsDouble(down)) / 2e-5;
      assertThat(IMAGES * pulled.get(i)).isCloseTo(difference, within(1e-6));
    }
  }

  private static Objective variational(ObjectiveKind kind, double deviation, boolean relevance) {
    return new Objective(
        WeightKind.VAR, kind, new WeightPriorSettings(deviation, relevance), IMAGES);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.001, 1, 100})
  void theFirstObjectiveTakesLambdaTimesTheDivergence(double lambda) {
    check(variational(ObjectiveKind.L1, 0.5, false), lambda, u -> lambda * divergence(u, 1 / 0.25));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.001, 1, 100})
  void theSecondTakesTheDivergenceFromAPriorWhosePrecisionIsTimesLambda(double lambda) {
    check(variational(ObjectiveKind.L2, 0.5, false), lambda, u -> divergence(u, lambda / 0.25));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.001, 1, 100})
  void theThirdTakesLambdaTimesTheExpectedSquareOfTheWeights(double lambda) {
    Objective third =
        new Objective(WeightKind.REP, ObjectiveKind.L1, WeightPriorSettings.defaults(), IMAGES);
    check(
        third,
        lambda,
        u -> {
          double sum = 0;
          for (int i = 0; i < 3; i++) {
            sum += u[i] * u[i] + Math.exp(2 * u[3 + i]);
          }
          return lambda * sum;
        });
  }

  @Test
  void automaticRelevanceTakesTheLeastDivergenceOverThePrecisions() {
    // The least over p of each weight, found by search and not by its closed form.
    check(
        variational(ObjectiveKind.L1, 1, true),
        3,
        u -> {
          double sum = 0;
          for (int i = 0; i < 3; i++) {
            sum += least(u[i], u[3 + i]);
          }
          return 3 * sum;
        });
  }

  /** min over log p of KL(N(m, σ²) ‖ N(0, 1/p)), which is convex in log p, by thirds. */
  private static double least(double mean, double logDeviation) {
    double square = mean * mean + Math.exp(2 * logDeviation);
    double low = -10;
    double high = 15;
    for (int step = 0; step < 200; step++) {
      double left = low + (high - low) / 3;
      double right = high - (high - low) / 3;
      if (Math.exp(left) * square - left < Math.exp(right) * square - right) {
        high = right;
      } else {
        low = left;
      }
    }
    return (Math.exp(low) * square - 1 - low) / 2 - logDeviation;
  }

  @Test
  void pointWeightsTakeLambdaTimesTheirSquare() {
    Objective third =
        new Objective(WeightKind.BASE, ObjectiveKind.L1, WeightPriorSettings.defaults(), IMAGES);
    FlatVector u = FlatVector.zeros(2, Precision.DOUBLE);
    u.copyFrom(new double[] {0.5, -2});
    FlatVector pulled = u.zerosLike();
    new PointModel(2).pullback(u, u.zerosLike(), third.penalty(10), pulled);
    double[] scaled = Arrays.stream(pulled.toArray()).map(g -> IMAGES * g).toArray();
    assertThat(scaled).containsExactly(new double[] {10, -40}, within(1e-12));
  }
}
