package org.simplexity.report.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

/** γ of a supernet as a heat map. */
class StructureDrawingTest {
  private static final Shares SHARES =
      new Shares(
          List.of("0-2", "1-2"),
          List.of("max_pool_3x3", "skip_connect"),
          List.of(List.of(0.25, 0.75), List.of(1.0, 0.0)));

  @Test
  void everyShareIsWrittenWithItsEdgeAndOperation() {
    ParsedDrawing drawing = ParsedDrawing.of(StructureDrawing.draw("Normal cell", SHARES));
    assertThat(drawing.groups("share"))
        .extracting(
            g -> g.getAttribute("data-edge"),
            g -> g.getAttribute("data-operation"),
            g -> g.getTextContent())
        .containsExactly(
            tuple("0-2", "max_pool_3x3", "0.25"),
            tuple("0-2", "skip_connect", "0.75"),
            tuple("1-2", "max_pool_3x3", "1.00"),
            tuple("1-2", "skip_connect", "0.00"));
  }

  @Test
  void strongerSharesAreStrongerInColour() {
    ParsedDrawing drawing = ParsedDrawing.of(StructureDrawing.draw("Normal cell", SHARES));
    assertThat(drawing.groups("share"))
        .extracting(
            g -> ParsedDrawing.number(ParsedDrawing.within(g, "rect").get(1), "fill-opacity"))
        .containsExactly(0.14, 0.41, 0.55, 0.0);
  }

  @Test
  void theStrongestOperationOfEveryEdgeIsToldInWords() {
    assertThat(SHARES.inWords())
        .contains("0-2: skip_connect 0.75")
        .contains("1-2: max_pool_3x3 1.00");
  }

  @Test
  void sharesOutsideTheSimplexAreRefused() {
    assertThatThrownBy(() -> new Shares(List.of("0-2"), List.of("a"), List.of(List.of(Double.NaN))))
        .hasMessageContaining("share NaN is not within [0, 1]");
    assertThatThrownBy(() -> new Shares(List.of("0-2"), List.of("a"), List.of()))
        .hasMessageContaining("0 rows for 1 edges");
  }
}
