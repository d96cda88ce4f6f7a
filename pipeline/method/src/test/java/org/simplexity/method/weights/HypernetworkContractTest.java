package org.simplexity.method.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every map of λ to weights promises, and what each of them is. */
class HypernetworkContractTest {
  private static final List<Double> KNOTS = List.of(1e-3, 1e-2, 0.5, 1.0, 100.0);
  private static final LambdaRange RANGE = new LambdaRange(1e-3, 100);

  private static Stream<Hypernetwork> maps() {
    return Stream.of(new ConstantMap(), new LinearMap(RANGE), new PiecewiseLinearMap(KNOTS));
  }

  @ParameterizedTest
  @MethodSource("maps")
  void hasOneFiniteCoefficientAVectorWithinTheRangeAndBeyond(Hypernetwork map) {
    for (double lambda = 1e-5; lambda < 1e4; lambda *= 1.3) {
      assertThat(map.coefficients(lambda)).hasSize(map.vectors());
      for (double coefficient : map.coefficients(lambda)) {
        assertThat(coefficient).isFinite();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("maps")
  void isContinuousAtKnotsAndEverywhere(Hypernetwork map) {
    for (double knot : KNOTS) {
      double[] below = map.coefficients(knot * (1 - 1e-12));
      double[] at = map.coefficients(knot);
      double[] above = map.coefficients(knot * (1 + 1e-12));
      assertThat(below).containsExactly(at, within(1e-10));
      assertThat(above).containsExactly(at, within(1e-10));
    }
  }

  @ParameterizedTest
  @MethodSource("maps")
  void givesTheFirstWeightsAtEveryLambdaBeforeTheTraining(Hypernetwork map) {
    for (double lambda : new double[] {1e-3, 0.02, 7, 100}) {
      double sum = 0;
      double[] coefficients = map.coefficients(lambda);
      for (int j = 0; j < coefficients.length; j++) {
        sum += map.startsAtWeights(j) ? coefficients[j] : 0;
      }
      assertThat(sum).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void aLinearMapIsSlopeTimesScaledLogarithmPlusIntercept() {
    LinearMap map = new LinearMap(RANGE);
    assertThat(map.coefficients(1e-3)).containsExactly(new double[] {0, 1}, within(1e-14));
    assertThat(map.coefficients(100)).containsExactly(new double[] {1, 1}, within(1e-14));
    assertThat(map.coefficients(1)).containsExactly(new double[] {0.6, 1}, within(1e-14));
  }

  @Test
  void aPiecewiseLinearMapIsItsVectorAtEachKnot() {
    PiecewiseLinearMap map = new PiecewiseLinearMap(KNOTS);
    for (int i = 0; i < KNOTS.size(); i++) {
      double[] unit = new double[KNOTS.size()];
      unit[i] = 1;
      assertThat(map.coefficients(KNOTS.get(i))).containsExactly(unit, within(1e-12));
    }
  }

  @Test
  void aPiecewiseLinearMapMixesTheTwoNeighboursOfLambdaNearestMost() {
    // Between 1 and 100, 10 lies half way in the logarithm and 10^0.5 a quarter.
    PiecewiseLinearMap map = new PiecewiseLinearMap(KNOTS);
    assertThat(map.coefficients(10))
        .containsExactly(new double[] {0, 0, 0, 0.5, 0.5}, within(1e-12));
    assertThat(map.coefficients(Math.sqrt(10)))
        .containsExactly(new double[] {0, 0, 0, 0.75, 0.25}, within(1e-12));
  }

  @Test
  void aPiecewiseLinearMapGoesOnBeyondItsOuterKnots() {
    PiecewiseLinearMap map = new PiecewiseLinearMap(KNOTS);
    assertThat(map.coefficients(1e-4))
        .containsExactly(new double[] {2, -1, 0, 0, 0}, within(1e-12));
    assertThat(map.coefficients(1e4)).containsExactly(new double[] {0, 0, 0, -1, 2}, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesALambdaThatIsNotPositive(double lambda) {
    assertThatThrownBy(() -> new LinearMap(RANGE).coefficients(lambda))
        .hasMessage("lambda %s must be positive and finite", lambda);
  }

  @Test
  void refusesKnotsThatDoNotIncrease() {
    assertThatThrownBy(() -> new PiecewiseLinearMap(List.of(0.1, 1.0, 1.0)))
        .hasMessage("knots [0.1, 1.0, 1.0] must increase, but 1.0 follows 1.0");
    assertThatThrownBy(() -> new PiecewiseLinearMap(List.of(0.0, 1.0)))
        .hasMessage("knots [0.0, 1.0]: 0.0 is not positive and finite");
    assertThatThrownBy(() -> new PiecewiseLinearMap(List.of(1.0)))
        .hasMessage("knots [1.0]: at least two are needed");
  }
}
