package org.simplexity.report.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** The course of γ as a path over the simplex. */
class SimplexTrajectoryTest {
  private static final List<String> OPERATIONS = List.of("conv", "pool", "skip");

  private static Shares shares(Double... gamma) {
    return new Shares(List.of("0-2"), OPERATIONS, List.of(List.of(gamma)));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 8})
  void verticesAreCornersAndEqualSharesTheMiddle(int corners) {
    RegularPolygon polygon = new RegularPolygon(corners, new Point(3, 7), 10);
    Double[] equal = new Double[corners];
    Arrays.fill(equal, 1.0 / corners);
    assertThat(polygon.at(List.of(equal)).distance(new Point(3, 7))).isCloseTo(0, within(1e-12));
    for (int number = 0; number < corners; number++) {
      Double[] vertex = new Double[corners];
      Arrays.fill(vertex, 0.0);
      vertex[number] = 1.0;
      assertThat(polygon.at(List.of(vertex)).distance(polygon.corner(number)))
          .isCloseTo(0, within(1e-12));
      assertThat(polygon.corner(number).distance(new Point(3, 7))).isCloseTo(10, within(1e-12));
    }
  }

  @Test
  void thePathLeadsFromTheFirstEpochToTheLast() {
    ParsedDrawing drawing =
        ParsedDrawing.of(
            SimplexTrajectory.draw(
                "x",
                List.of(
                    shares(1.0 / 3, 1.0 / 3, 1.0 / 3),
                    shares(0.2, 0.6, 0.2),
                    shares(0.0, 1.0, 0.0))));
    Element panel = drawing.groups("trajectory").get(0);
    assertThat(panel.getAttribute("data-edge")).isEqualTo("0-2");
    String[] path =
        ParsedDrawing.within(panel, "polyline").get(0).getAttribute("points").split(" ", -1);
    String[] outline =
        ParsedDrawing.within(panel, "polygon").get(0).getAttribute("points").split(" ", -1);
    assertThat(path).hasSize(3);
    assertThat(path[2]).isEqualTo(outline[1]);
    assertThat(place(panel, "start")).isEqualTo(path[0]);
    assertThat(place(panel, "end")).isEqualTo(path[2]);
    assertThat(circle(panel, "end").getAttribute("class"))
        .contains("fill-" + Palette.assign(OPERATIONS).get("pool"));
    assertThat(drawing.root().getTextContent()).contains("0-2: ends at pool, from 0.33 to 1.00");
  }

  private static Element circle(Element panel, String name) {
    return ParsedDrawing.within(panel, "circle").stream()
        .filter(circle -> List.of(circle.getAttribute("class").split(" ", -1)).contains(name))
        .findFirst()
        .orElseThrow();
  }

  private static String place(Element panel, String name) {
    Element circle = circle(panel, name);
    return circle.getAttribute("cx") + "," + circle.getAttribute("cy");
  }

  @Test
  void everyEdgeHasAPanelInsideTheSheet() {
    List<String> edges = List.of("0-2", "1-2", "0-3", "1-3", "2-3", "0-4", "1-4", "2-4", "3-4");
    List<Double> one = List.of(0.25, 0.25, 0.25, 0.25);
    Shares shares =
        new Shares(edges, List.of("a", "b", "c", "d"), edges.stream().map(edge -> one).toList());
    ParsedDrawing drawing = ParsedDrawing.of(SimplexTrajectory.draw("x", List.of(shares)));
    assertThat(drawing.groups("trajectory"))
        .extracting(panel -> panel.getAttribute("data-edge"))
        .containsExactlyElementsOf(edges);
    Box paper = drawing.viewBox();
    assertThat(drawing.all("circle"))
        .allSatisfy(
            circle -> {
              assertThat(ParsedDrawing.number(circle, "cx")).isBetween(0.0, paper.width());
              assertThat(ParsedDrawing.number(circle, "cy")).isBetween(0.0, paper.height());
            });
    assertThat(drawing.root().getTextContent()).contains("Beyond three operations");
  }

  @Test
  void coursesThatAreNoneAreRefused() {
    assertThatThrownBy(() -> SimplexTrajectory.draw("x", List.of()))
        .hasMessageContaining("at least one epoch");
    Shares single = new Shares(List.of("0-2"), List.of("conv"), List.of(List.of(1.0)));
    assertThatThrownBy(() -> SimplexTrajectory.draw("x", List.of(single)))
        .hasMessageContaining("must be at least two");
    Shares other = new Shares(List.of("1-2"), OPERATIONS, List.of(List.of(0.0, 0.5, 0.5)));
    assertThatThrownBy(() -> SimplexTrajectory.draw("x", List.of(shares(0.0, 0.5, 0.5), other)))
        .hasMessageContaining("must be those of the first epoch");
  }
}
