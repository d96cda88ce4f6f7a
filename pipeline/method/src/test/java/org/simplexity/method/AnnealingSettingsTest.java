package org.simplexity.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnnealingSettingsTest {
  @Test
  void aGeometricCourseHasEqualRatiosAndBothEnds() {
    AnnealingSettings course = AnnealingSettings.geometric(1, 1e-30);
    assertThat(course.value(1, 7)).isEqualTo(1);
    assertThat(course.value(2, 7) / 1e-5).isCloseTo(1, within(1e-12));
    assertThat(course.value(4, 7) / 1e-15).isCloseTo(1, within(1e-12));
    assertThat(course.value(7, 7) / 1e-30).isCloseTo(1, within(1e-12));
  }

  @Test
  void aLinearCourseHasEqualDifferences() {
    AnnealingSettings course = new AnnealingSettings(AnnealingKind.LINEAR, 1, 0.2, List.of());
    assertThat(course.value(1, 5)).isEqualTo(1);
    assertThat(course.value(3, 5)).isCloseTo(0.6, within(1e-15));
    assertThat(course.value(5, 5)).isCloseTo(0.2, within(1e-15));
  }

  @Test
  void aSingleEpochHasTheFirstValue() {
    assertThat(AnnealingSettings.geometric(3, 1).value(1, 1)).isEqualTo(3);
  }

  @Test
  void theLastValueOfACustomCourseStays() {
    AnnealingSettings course = new AnnealingSettings(AnnealingKind.CUSTOM, 1, 1, List.of(2.0, 0.5));
    assertThat(course.value(1, 9)).isEqualTo(2);
    assertThat(course.value(2, 9)).isEqualTo(0.5);
    assertThat(course.value(9, 9)).isEqualTo(0.5);
  }

  @Test
  void aCustomCourseNeedsPositiveValues() {
    assertThatThrownBy(() -> new AnnealingSettings(AnnealingKind.CUSTOM, 1, 1, List.of()))
        .hasMessageContaining("values []");
    assertThatThrownBy(() -> new AnnealingSettings(AnnealingKind.CUSTOM, 1, 1, List.of(1.0, -2.0)))
        .hasMessageContaining("-2.0");
  }
}
