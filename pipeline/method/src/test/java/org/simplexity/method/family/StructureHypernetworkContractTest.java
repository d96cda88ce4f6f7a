package org.simplexity.method.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.simplexity.data.Seed;

/** What every map of a complexity to structure logits promises, and what each of them is. */
class StructureHypernetworkContractTest {
  private static final int OPERATIONS = 3;
  private static final RadialBasisLogits RADIAL = new RadialBasisLogits(OPERATIONS, 4, 6);
  private static final PiecewiseLinearLogits PIECEWISE =
      new PiecewiseLinearLogits(List.of(0.0, 0.5, 2.0, 3.0), 8);

  private static Stream<StructureHypernetwork> maps() {
    return Stream.of(RADIAL, PIECEWISE, new ConstantLogits(OPERATIONS, 8));
  }

  private static RandomGenerator random() {
    return new Seed(7).generator();
  }

  /** Complexities inside of the range, at its ends and at knots. */
  private static List<double[]> conditions(StructureHypernetwork map) {
    if (map.conditionLength() == 1) {
      return DOUBLES.stream().map(value -> new double[] {value}).toList();
    }
    UniformSimplex simplex = new UniformSimplex(OPERATIONS);
    RandomGenerator random = random();
    return Stream.concat(
            Stream.of(new double[] {1, 0, 0}, new double[] {0, 0.5, 0.5}),
            IntStream.range(0, 5).mapToObj(i -> simplex.draw(random)))
        .toList();
  }

  private static final List<Double> DOUBLES = List.of(-0.3, 0.0, 0.2, 0.5, 1.9, 2.5, 3.0, 3.2);

  @ParameterizedTest
  @MethodSource("maps")
  void pullsGradientsBackAsDifferencesDo(StructureHypernetwork map) {
    double[] a = map.initial(0.8, random());
    double[] gradient = random().doubles(map.logitCount(), -1, 1).toArray();
    for (double[] condition : conditions(map)) {
      double[] pulled = map.pullback(condition, a, gradient);
      assertThat(pulled).hasSize(map.parameterCount());
      for (int i = 0; i < a.length; i++) {
        double step = 1e-5;
        double difference =
            inner(gradient, map.logits(condition, moved(a, i, step)))
                - inner(gradient, map.logits(condition, moved(a, i, -step)));
        assertThat(pulled[i]).isCloseTo(difference / (2 * step), within(1e-9));
      }
    }
  }

  private static double[] moved(double[] point, int i, double step) {
    double[] moved = point.clone();
    moved[i] += step;
    return moved;
  }

  private static double inner(double[] one, double[] other) {
    return IntStream.range(0, one.length).mapToDouble(i -> one[i] * other[i]).sum();
  }

  @ParameterizedTest
  @MethodSource("maps")
  void isContinuousInTheComplexity(StructureHypernetwork map) {
    double[] a = map.initial(3, random());
    for (double[] condition : conditions(map)) {
      double[] at = map.logits(condition, a);
      for (int k = 0; k < condition.length; k++) {
        for (double step : new double[] {-1e-9, 1e-9}) {
          assertThat(map.logits(moved(condition, k, step), a)).containsExactly(at, within(1e-7));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("maps")
  void startsFromTheSameLogitsEverywhereIfTheScaleIsZero(StructureHypernetwork map) {
    double[] a = map.initial(0, random());
    for (double[] condition : conditions(map)) {
      assertThat(map.logits(condition, a)).containsOnly(new double[] {0}, within(0.0));
    }
  }

  @ParameterizedTest
  @MethodSource("maps")
  void dependsOnTheGeneratorAloneAndRefusesOtherLengths(StructureHypernetwork map) {
    assertThat(map.initial(1, random())).containsExactly(map.initial(1, random()));
    double[] condition = new double[map.conditionLength() + 1];
    assertThatThrownBy(() -> map.logits(condition, map.initial(1, random())))
        .hasMessageContaining(
            "of length %d must have length %d", condition.length, condition.length - 1);
    assertThatThrownBy(() -> map.logits(new double[map.conditionLength()], new double[3]))
        .hasMessage("parameters of length 3 must have length %d", map.parameterCount());
  }

  @Test
  void referencePointsStayOnTheSimplexAndStartAtVerticesAndCentre() {
    double[] a = RADIAL.initial(1, random());
    for (int k = 0; k < OPERATIONS; k++) {
      assertThat(RADIAL.reference(a, k)[k]).isCloseTo(0.9 + 0.1 / 3, within(1e-12));
    }
    assertThat(RADIAL.reference(a, OPERATIONS)).containsOnly(new double[] {1.0 / 3}, within(1e-12));
    double[] wild = random().doubles(RADIAL.parameterCount(), -50, 50).toArray();
    for (int r = 0; r < RADIAL.references(); r++) {
      assertThat(Arrays.stream(RADIAL.reference(wild, r)).sum()).isCloseTo(1, within(1e-12));
      assertThat(Arrays.stream(RADIAL.reference(wild, r))).allMatch(share -> share >= 0);
    }
  }

  @Test
  void radialWeightsAreASoftmaxOfSquaredDistances() {
    // One operation's logit is 1 at reference 0 and 0 at all others, so it is the weight of 0.
    double[] a = RADIAL.initial(0, random());
    a[RADIAL.references() * OPERATIONS] = 1;
    double[] prices = {0.2, 0.5, 0.3};
    double[] closeness = new double[RADIAL.references()];
    for (int r = 0; r < closeness.length; r++) {
      double[] point = RADIAL.reference(a, r);
      closeness[r] =
          Math.exp(
              -IntStream.range(0, OPERATIONS)
                  .mapToDouble(k -> Math.pow(prices[k] - point[k], 2))
                  .sum());
    }
    assertThat(RADIAL.logits(prices, a)[0])
        .isCloseTo(closeness[0] / Arrays.stream(closeness).sum(), within(1e-14));
  }

  @Test
  void aPiecewiseLinearMapIsItsLogitsAtEachKnotAndTheMeanHalfWay() {
    double[] a = PIECEWISE.initial(1, random());
    int width = PIECEWISE.logitCount();
    for (int i = 0; i < 4; i++) {
      assertThat(PIECEWISE.logits(new double[] {PIECEWISE.knots().get(i)}, a))
          .containsExactly(Arrays.copyOfRange(a, i * width, (i + 1) * width), within(1e-14));
    }
    double[] half = PIECEWISE.logits(new double[] {1.25}, a);
    for (int i = 0; i < width; i++) {
      assertThat(half[i]).isCloseTo((a[width + i] + a[2 * width + i]) / 2, within(1e-14));
    }
  }

  @Test
  void refusesTooFewReferencesAndKnotsThatDoNotIncrease() {
    assertThatThrownBy(() -> new RadialBasisLogits(3, 4, 4))
        .hasMessage("references 4 must be at least operations 3 + 2");
    assertThatThrownBy(() -> new PiecewiseLinearLogits(List.of(0.0, 1.0, 1.0), 2))
        .hasMessage("knots [0.0, 1.0, 1.0] must increase, but 1.0 follows 1.0");
    assertThatThrownBy(() -> new PiecewiseLinearLogits(List.of(1.0), 2))
        .hasMessage("knots [1.0]: at least two are needed");
  }
}
