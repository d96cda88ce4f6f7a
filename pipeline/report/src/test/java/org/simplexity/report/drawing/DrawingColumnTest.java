package org.simplexity.report.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.simplexity.kernel.Shape;
import org.simplexity.report.drawing.DrawingColumn.Captioned;
import org.simplexity.space.CellSpace;
import org.simplexity.space.CellSpaceSettings;
import org.simplexity.space.NasBench201Settings;
import org.simplexity.space.NasBench201Space;
import org.simplexity.space.NasBench201Text;

/** What a file of several drawings promises to its reader. */
class DrawingColumnTest {
  private static final Svg CELL =
      NasBench201Drawing.draw("Cell", NasBench201Text.read("|conv_3x3~0|+|none~0|skip_connect~1|"));
  private static final Svg SUPERNET =
      SupernetDrawing.draw(
          "Supernet", new CellSpace(CellSpaceSettings.defaults(), new Shape(1, 8, 8), 10));

  @Test
  void aCellOfTheBenchmarkShowsItsOperationsBetweenItsNodes() {
    ParsedDrawing drawing = ParsedDrawing.of(CELL);
    assertThat(drawing.groups("node"))
        .extracting(n -> n.getTextContent())
        .containsExactly("0", "1", "2");
    assertThat(drawing.groups("edge"))
        .extracting(ParsedDrawing::edge)
        .containsExactlyInAnyOrder("0-1 conv_3x3", "0-2 none", "1-2 skip_connect");
  }

  @Test
  void aSupernetHasOneArrowForEachPairOfNodes() {
    // Four nodes: 2 + 3 + 4 + 5 mixed edges, and four to the concatenation.
    assertThat(ParsedDrawing.of(SUPERNET).groups("edge")).hasSize(14 + 4);
    Svg benchmark =
        SupernetDrawing.draw(
            "Supernet",
            new NasBench201Space(NasBench201Settings.defaults(), new Shape(3, 32, 32), 10));
    assertThat(ParsedDrawing.of(benchmark).groups("edge")).hasSize(6);
  }

  @Test
  void drawingsStandBelowOneAnotherUnderTheirCaptions() {
    Svg column =
        DrawingColumn.of(
            "Both",
            List.of(new Captioned("First", CELL), new Captioned("Second", SUPERNET)),
            List.of("a note"));
    ParsedDrawing drawing = ParsedDrawing.of(column);
    assertThat(drawing.groups("node")).hasSize(3 + 7);
    assertThat(column.width()).isGreaterThanOrEqualTo(Math.max(CELL.width(), SUPERNET.width()));
    assertThat(column.height()).isGreaterThan(CELL.height() + SUPERNET.height());
    List<Double> heights =
        drawing.all("text").stream()
            .filter(
                text ->
                    List.of("Both", "First", "Second", "a note").contains(text.getTextContent()))
            .map(text -> ParsedDrawing.number(text, "y"))
            .toList();
    assertThat(heights).hasSize(4).isSorted();
    assertThat(heights.get(2) - heights.get(1)).isGreaterThan(CELL.height());
    assertThat(heights.get(3) - heights.get(2)).isGreaterThan(SUPERNET.height());
  }
}
