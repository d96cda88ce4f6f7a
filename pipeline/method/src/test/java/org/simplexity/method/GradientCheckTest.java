package org.simplexity.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GradientCheckTest {
  private static final List<CoordinateGroup> GROUPS =
      List.of(
          new CoordinateGroup("first", IntStream.of(0, 2)),
          new CoordinateGroup("second", IntStream.of(1)));

  /** A function with the gradient that the test claims for it. */
  private record Claim(
      List<Double> where, ToDoubleFunction<double[]> value, UnaryOperator<double[]> slope)
      implements LossFunction {
    @Override
    public double[] point() {
      return where.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    public double at(double[] point) {
      return value.applyAsDouble(point);
    }

    @Override
    public double[] gradient() {
      return slope.apply(point());
    }
  }

  /** 1 + x₀² / 2 + 3 x₁ + x₂². */
  private static double polynomial(double[] x) {
    return 1 + x[0] * x[0] / 2 + 3 * x[1] + x[2] * x[2];
  }

  private static GradientErrors claimed(double first, double second) {
    return GradientCheck.of(
        new Claim(
            List.of(0.5, 0.25, -1.0),
            GradientCheckTest::polynomial,
            x -> new double[] {first * x[0], second * 3, first * 2 * x[2]}),
        GROUPS);
  }

  @Test
  void findsNothingWrongWithTheGradientOfAPolynomial() {
    GradientErrors errors = claimed(1, 1);
    assertThat(errors.byGroup()).containsOnlyKeys("first", "second");
    assertThat(errors.largest()).isLessThan(1e-6);
    assertThat(errors.leftOut()).isZero();
  }

  @Test
  void seesAGradientThatIsAFifthTooLargeInItsOwnGroupOnly() {
    GradientErrors errors = claimed(1, 1.2);
    assertThat(errors.byGroup().get("first")).isLessThan(1e-6);
    assertThat(errors.byGroup().get("second")).isCloseTo(1 / 6.0, within(1e-6));
    assertThat(errors.largest()).isEqualTo(errors.byGroup().get("second"));
  }

  @Test
  void seesAGradientThatIsAFifthTooSmall() {
    assertThat(claimed(0.8, 1).byGroup().get("first")).isCloseTo(0.2, within(1e-6));
  }

  @Test
  void aGradientOfTheWrongSignIsTheWorst() {
    assertThat(claimed(-1, 1).largest()).isCloseTo(2, within(1e-6));
  }

  @Test
  void aGradientThatIsNotFiniteIsTheWorst() {
    assertThat(claimed(1, Double.NaN).byGroup().get("second")).isEqualTo(2);
  }

  @Test
  void aSlopeThatTheGradientLeavesOutIsSeen() {
    assertThat(claimed(1, 0).byGroup().get("second")).isEqualTo(1);
  }

  @Test
  void aGradientOfZeroIsRightWhereNothingDependsOnTheGroup() {
    Claim claim = new Claim(List.of(1.0, 5.0, 1.0), x -> x[0] + x[2], x -> new double[] {1, 0, 1});
    assertThat(GradientCheck.of(claim, GROUPS).byGroup().get("second")).isZero();
  }

  @Test
  void leavesOutAndCountsWhatIsTooFlatToBeMeasured() {
    Claim claim =
        new Claim(
            List.of(1.0, 1.0, 1.0), x -> x[0] + x[2] + 1e-9 * x[1], x -> new double[] {1, 1e-9, 1});
    GradientErrors errors = GradientCheck.of(claim, GROUPS);
    assertThat(errors.byGroup()).containsOnlyKeys("first");
    assertThat(errors.leftOut()).isEqualTo(1);
  }

  @Test
  void aKinkWithinTheStepIsNoErrorIfHalfTheStepAvoidsIt() {
    Claim claim =
        new Claim(List.of(0.0, 4e-4, 0.0), x -> 1 + Math.abs(x[1]), x -> new double[] {0, 1, 0});
    assertThat(GradientCheck.of(claim, GROUPS).byGroup().get("second")).isLessThan(1e-6);
  }

  @Test
  void nothingMeasuredIsNoNumber() {
    assertThat(new GradientErrors(Map.of(), 3).largest()).isNaN();
  }
}
