package org.simplexity.report.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ends and ticks that people like. */
class NiceScaleTest {
  @ParameterizedTest
  @CsvSource({
    "0.11, 0.98, 0, 1, 0.2",
    "0.932, 0.981, 0.93, 0.99, 0.01",
    "0, 1, 0, 1, 0.2",
    "0.2, 0.8, 0.2, 0.8, 0.1",
    "-30, 70, -40, 80, 20",
    "0.5, 0.5, 0.4, 0.6, 0.2",
  })
  void theScaleHoldsBothValues(
      double least, double greatest, double low, double high, double step) {
    NiceScale scale = NiceScale.of(least, greatest);
    assertThat(scale.low()).isCloseTo(low, within(1e-12));
    assertThat(scale.high()).isCloseTo(high, within(1e-12));
    assertThat(scale.step()).isCloseTo(step, within(1e-12));
  }

  @Test
  void ticksGoFromEndToEnd() {
    assertThat(NiceScale.of(-30, 70).ticks())
        .containsExactly(-40.0, -20.0, 0.0, 20.0, 40.0, 60.0, 80.0);
  }

  @Test
  void aValueStandsAtItsShareOfTheScale() {
    assertThat(new NiceScale(2, 6, 1).share(3)).isEqualTo(0.25);
  }

  @Test
  void aScaleWithoutLengthIsRefused() {
    assertThatThrownBy(() -> new NiceScale(1, 1, 1))
        .hasMessage("scale from 1.0 to 1.0 by 1.0 has no ticks");
  }
}
