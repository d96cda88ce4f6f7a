package org.simplexity.report.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Colours keep their meaning and stay visible. */
class PaletteTest {
  @Test
  void everySeriesHasThreeToOneContrastWithItsGround() {
    for (Colour colour : Palette.SERIES) {
      assertThat(Contrast.of(colour.light(), Sheet.PAPER.light()))
          .as(colour.light())
          .isGreaterThan(3);
      assertThat(Contrast.of(colour.dark(), Sheet.PAPER.dark())).as(colour.dark()).isGreaterThan(3);
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
}
