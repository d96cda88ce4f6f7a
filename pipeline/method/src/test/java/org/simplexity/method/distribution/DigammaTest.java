package org.simplexity.method.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigammaTest {
  private static final double EULER = 0.5772156649015329;

  /** ψ(1) = −γ, ψ(½) = −γ − 2 ln 2, ψ(n + 1) = −γ + Σ 1/k. */
  @Test
  void hasItsClosedForms() {
    assertThat(Digamma.of(1)).isCloseTo(-EULER, within(1e-14));
    assertThat(Digamma.of(0.5)).isCloseTo(-EULER - 2 * Math.log(2), within(1e-14));
    double harmonic = 0;
    for (int n = 1; n <= 200; n++) {
      harmonic += 1.0 / n;
      assertThat(Digamma.of(n + 1)).isCloseTo(harmonic - EULER, within(1e-14));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-300, 1e-30, 1e-12})
  void scaledIsFiniteAtPoles(double x) {
    assertThat(Digamma.scaled(x)).isCloseTo(-1, within(1e-11));
    assertThat(Digamma.scaledSlope(x)).isCloseTo(1, within(1e-11));
  }

  /** ψ'(1) = π² / 6, ψ'(½) = π² / 2. */
  @ParameterizedTest
  @CsvSource({"1, 6", "0.5, 2"})
  void theSlopeHasItsClosedForms(double x, double divisor) {
    assertThat(Digamma.scaledSlope(x))
        .isCloseTo(x * x * Math.PI * Math.PI / divisor, within(1e-12));
  }
}
