package org.simplexity.report.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Mean and deviation over seeds. */
class MeasuredTest {
  @Test
  void deviationIsThatOfASample() {
    Measured measured = Measured.of(List.of(2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0));
    assertThat(measured.mean()).isEqualTo(5.0);
    assertThat(measured.deviation()).isCloseTo(Math.sqrt(32.0 / 7), within(1e-12));
    assertThat(measured.count()).isEqualTo(8);
  }

  @Test
  void aSingleRunHasNoDeviation() {
    assertThat(Measured.of(List.of(0.5)).format(Quantity.FRACTION)).isEqualTo("0.5000");
  }

  @Test
  void severalRunsAreWrittenWithTheirs() {
    assertThat(Measured.of(List.of(0.97, 0.98)).format(Quantity.FRACTION))
        .isEqualTo("0.9750 ±\u00A00.0071");
  }

  @Test
  void nothingMeasuredIsADash() {
    assertThat(Measured.of(List.of()).format(Quantity.COUNT)).isEqualTo("–");
  }
}
