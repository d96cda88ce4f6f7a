package org.simplexity.report.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Colours keep their meaning and stay visible. */
class PaletteTest {
  @Test
  void everySeriesHasThreeToOneContrastWithItsGround() {
    for (Colour colour : Palette.SERIES) {
      assertThat(contrast(colour.light(), Sheet.PAPER.light())).as(colour.light()).isGreaterThan(3);
      assertThat(contrast(colour.dark(), Sheet.PAPER.dark())).as(colour.dark()).isGreaterThan(3);
    }
  }

  @Test
  void operationsGetDifferentColours() {
    List<String> operations =
        List.of("sep_conv_3x3", "conv_1x1", "skip_connect", "identity", "gelu", "none");
    assertThat(Palette.assign(operations).values()).doesNotHaveDuplicates();
  }

  @Test
  void aKnownOperationHasOneColourInEveryCell() {
    assertThat(Palette.assign(List.of("skip_connect")).get("skip_connect"))
        .isEqualTo(Palette.assign(List.of("max_pool_3x3", "skip_connect")).get("skip_connect"));
  }

  /** Contrast ratio of WCAG 2.2, §1.4.11. */
  private static double contrast(String one, String other) {
    double a = luminance(one) + 0.05;
    double b = luminance(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private static double luminance(String hex) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int channel = 0; channel < 3; channel++) {
      double value = Integer.parseInt(hex.substring(1 + 2 * channel, 3 + 2 * channel), 16) / 255.0;
      double linear = value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
      sum += weights[channel] * linear;
    }
    return sum;
  }
}
