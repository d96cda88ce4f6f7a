package org.simplexity.kernel.vector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExponentialTest {
  @Test
  void isWithinThreeUnitsInTheLastPlaceOfTheExactValue() {
    float[] arguments = new float[200_001];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = -87 + 175f * i / (arguments.length - 1);
    }
    float[] powers = new float[arguments.length];
    Exponential.of(arguments, 0, powers);
    for (int i = 0; i < powers.length; i++) {
      double exact = Math.exp(arguments[i]);
      assertThat(Math.abs(powers[i] - exact) / exact).isLessThan(3 * 0x1p-24);
    }
  }

  @Test
  void readsFromTheGivenStart() {
    float[] powers = new float[1];
    Exponential.of(new float[] {5, 0}, 1, powers);
    assertThat(powers).containsExactly(1);
  }

  @Test
  void staysFiniteAndPositiveWherePowersWouldNot() {
    float[] powers = new float[2];
    Exponential.of(new float[] {-1000, 1000}, 0, powers);
    assertThat(powers[0]).isBetween(1e-38f, 2e-38f);
    assertThat(powers[1]).isBetween(1e38f, 2e38f);
  }

  @Test
  void ofWhatIsNotANumberIsNotANumber() {
    float[] powers = new float[1];
    Exponential.of(new float[] {Float.NaN}, 0, powers);
    assertThat(powers[0]).isNaN();
  }
}
