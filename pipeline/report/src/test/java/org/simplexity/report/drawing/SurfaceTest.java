package org.simplexity.report.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.simplexity.report.drawing.Surface.Axis;

/** Values over a grid. */
class SurfaceTest {
  private static final Axis SHARES = new Axis("share", List.of(0.0, 0.5), false);
  private static final Axis LAMBDAS = new Axis("λ", List.of(0.01, 1.0, 100.0), true);

  @Test
  void equalRatiosAreEqualDistancesOnALogarithmicAxis() {
    assertThat(LAMBDAS.share(1)).isCloseTo(0.5, within(1e-12));
    assertThat(LAMBDAS.share(10)).isCloseTo(0.75, within(1e-12));
    assertThat(SHARES.share(0.125)).isEqualTo(0.25);
  }

  @Test
  void ticksArePowersOfTenOrNiceSteps() {
    assertThat(LAMBDAS.ticks()).containsExactly(0.01, 0.1, 1.0, 10.0, 100.0);
    assertThat(SHARES.ticks()).hasSize(6).startsWith(0.0, 0.1).endsWith(0.5);
    assertThat(new Axis("λ", List.of(2.0, 30.0), true).ticks()).containsExactly(2.0, 30.0);
  }

  @Test
  void anAxisMustIncreaseAndALogarithmicOneBePositive() {
    assertThatThrownBy(() -> new Axis("x", List.of(1.0, 1.0), false))
        .hasMessage("values [1.0, 1.0] of axis x must increase");
    assertThatThrownBy(() -> new Axis("λ", List.of(0.0, 1.0), true))
        .hasMessage("axis λ cannot have the values [0.0, 1.0]");
  }

  @Test
  void valuesMustFitTheAxes() {
    assertThatThrownBy(() -> surface(List.of(List.of(1.0, 2.0))))
        .hasMessage("surface has 1 rows for 3 values of λ");
    assertThatThrownBy(() -> surface(List.of(List.of(1.0), List.of(1.0), List.of(1.0))))
        .hasMessage("surface has a row of 1 for 2 values of share");
  }

  @Test
  void oneScaleHoldsAllSurfacesAndKnowsNoGaps() {
    Surface low = surface(List.of(List.of(0.1, 0.2), List.of(0.1, Double.NaN), List.of(0.1, 0.2)));
    Surface high = surface(List.of(List.of(0.9, 0.8), List.of(0.9, 0.8), List.of(0.9, 0.7)));
    NiceScale scale = Surface.scale(List.of(low, high));
    assertThat(scale.low()).isZero();
    assertThat(scale.high()).isCloseTo(1, within(1e-12));
    assertThat(low.inWords())
        .isEqualTo(
            "accuracy over share and λ: 0.1 at share 0, λ 0.01; 0.2 at share 0.5, λ 0.01; 0.1 at"
                + " share 0, λ 100; 0.2 at share 0.5, λ 100.");
  }

  private static Surface surface(List<List<Double>> values) {
    return new Surface("var", "accuracy", SHARES, LAMBDAS, values);
  }
}
