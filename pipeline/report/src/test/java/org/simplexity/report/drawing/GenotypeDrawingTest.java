package org.simplexity.report.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.simplexity.space.CellGenotype;
import org.simplexity.space.Edge;

/** What a drawing of a cell promises to its reader. */
class GenotypeDrawingTest {
  private static final List<String> OPERATIONS =
      List.of(
          "sep_conv_3x3", "skip_connect", "none", "a", "separable_convolution_with_a_long_name");

  /** Normal cell of DARTS, second order (Liu et al. 2019, Figure 4). */
  private static final CellGenotype DARTS =
      CellGenotype.of(
          4,
          List.of(
              new Edge(0, 2, "sep_conv_3x3"),
              new Edge(1, 2, "sep_conv_3x3"),
              new Edge(0, 3, "sep_conv_3x3"),
              new Edge(1, 3, "sep_conv_3x3"),
              new Edge(1, 4, "sep_conv_3x3"),
              new Edge(0, 4, "skip_connect"),
              new Edge(0, 5, "skip_connect"),
              new Edge(2, 5, "dil_conv_3x3")));

  @Test
  void everyNodeIsDrawnOnce() {
    ParsedDrawing drawing = ParsedDrawing.of(GenotypeDrawing.draw("Normal cell", DARTS));
    assertThat(drawing.groups("node"))
        .extracting(node -> node.getTextContent())
        .containsExactlyInAnyOrder("ck−2", "ck−1", "0", "1", "2", "3", "ck");
  }

  @Test
  void everyEdgeIsDrawnOnceAndNamesItsOperation() {
    ParsedDrawing drawing = ParsedDrawing.of(GenotypeDrawing.draw("Normal cell", DARTS));
    List<String> expected = new ArrayList<>();
    DARTS.edges().forEach(e -> expected.add(e.from() + "-" + e.to() + " " + e.operation()));
    DARTS.concatenated().forEach(node -> expected.add(node + "-output "));
    assertThat(drawing.groups("edge"))
        .extracting(ParsedDrawing::edge)
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(drawing.groups("edge"))
        .allSatisfy(
            edge ->
                assertThat(edge.getTextContent()).isEqualTo(edge.getAttribute("data-operation")));
  }

  @Test
  void inputsStandAtTheLeftAndTheOutputAtTheRight() {
    ParsedDrawing drawing = ParsedDrawing.of(GenotypeDrawing.draw("Normal cell", DARTS));
    List<Box> nodes =
        drawing.groups("node").stream()
            .map(node -> ParsedDrawing.box(ParsedDrawing.within(node, "rect").get(0)))
            .toList();
    Box output = nodes.get(6);
    for (Box inner : nodes.subList(2, 6)) {
      assertThat(inner.x()).isGreaterThan(nodes.get(0).right()).isGreaterThan(nodes.get(1).right());
      assertThat(inner.right()).isLessThan(output.x());
    }
  }

  @Test
  void screenReadersHearTitleAndEveryEdge() {
    ParsedDrawing drawing = ParsedDrawing.of(GenotypeDrawing.draw("Cell <&> \"x\"", DARTS));
    assertThat(drawing.root().getAttribute("role")).isEqualTo("img");
    assertThat(drawing.all("title").get(0).getTextContent()).isEqualTo("Cell <&> \"x\"");
    assertThat(drawing.all("desc").get(0).getTextContent())
        .contains("c k−2 to 0: sep_conv_3x3")
        .contains("0 to 3: dil_conv_3x3")
        .contains("3 to c k");
  }

  @Property(tries = 40)
  void nothingOverlapsAndNothingLeavesTheSheet(
      @ForAll @IntRange(min = 1, max = 5) int nodes, @ForAll Random random) {
    ParsedDrawing drawing =
        ParsedDrawing.of(GenotypeDrawing.draw("Random cell", randomCell(nodes, random)));
    List<Box> boxes = drawing.boxes();
    for (int one = 0; one < boxes.size(); one++) {
      assertThat(drawing.viewBox()).matches(inside(boxes.get(one)), "holds " + boxes.get(one));
      for (int other = 0; other < one; other++) {
        assertThat(boxes.get(one)).matches(apartFrom(boxes.get(other)), "is apart from " + other);
      }
    }
  }

  @Property(tries = 100)
  void theOlderInputStandsAboveTheNewer(
      @ForAll @IntRange(min = 1, max = 4) int nodes, @ForAll Random random) {
    ParsedDrawing drawing =
        ParsedDrawing.of(GenotypeDrawing.draw("Random cell", randomCell(nodes, random)));
    List<Box> boxes = drawing.boxes();
    assertThat(boxes.get(0).bottom()).isLessThan(boxes.get(1).y());
  }

  @Property(tries = 10)
  void labelsFitIntoTheirFrames(@ForAll Random random) {
    ParsedDrawing drawing =
        ParsedDrawing.of(GenotypeDrawing.draw("Random cell", randomCell(3, random)));
    for (var edge : drawing.groups("edge")) {
      for (var line : ParsedDrawing.within(edge, "tspan")) {
        Box frame = ParsedDrawing.box(ParsedDrawing.within(edge, "rect").get(0));
        double halfWidth = line.getTextContent().length() * 0.602 * 12.5 / 2;
        assertThat(halfWidth).isLessThan(frame.width() / 2);
        assertThat(ParsedDrawing.number(line, "y")).isBetween(frame.y(), frame.bottom());
      }
    }
  }

  @Test
  void theSameCellGivesTheSameDrawing() {
    assertThat(GenotypeDrawing.draw("Normal cell", DARTS).text())
        .isEqualTo(GenotypeDrawing.draw("Normal cell", DARTS).text());
  }

  private static CellGenotype randomCell(int nodes, Random random) {
    List<Edge> edges = new ArrayList<>();
    for (int to = 2; to < 2 + nodes; to++) {
      for (int from = 0; from < to; from++) {
        if (random.nextBoolean()) {
          edges.add(new Edge(from, to, OPERATIONS.get(random.nextInt(OPERATIONS.size()))));
        }
      }
    }
    return CellGenotype.of(nodes, edges);
  }

  private static Predicate<Box> inside(Box box) {
    return sheet ->
        box.x() >= 0
            && box.y() >= 0
            && box.right() <= sheet.right()
            && box.bottom() <= sheet.bottom();
  }

  private static Predicate<Box> apartFrom(Box other) {
    return box ->
        box.right() <= other.x()
            || other.right() <= box.x()
            || box.bottom() <= other.y()
            || other.bottom() <= box.y();
  }
}
