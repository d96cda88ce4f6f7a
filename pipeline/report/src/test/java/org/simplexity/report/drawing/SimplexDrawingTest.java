package org.simplexity.report.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.simplexity.report.drawing.SimplexPanel.Share;

/** Densities over the triangle. */
class SimplexDrawingTest {
  private static final List<String> LABELS = List.of("a", "b", "c");

  private static SimplexPanel panel(SimplexPanel.LogDensity density, Share... draws) {
    return new SimplexPanel("temperature 1", density, List.of(draws));
  }

  @Test
  void aConstantDensityHasOneColourAndSaysItsValue() {
    ParsedDrawing drawing =
        ParsedDrawing.of(SimplexDrawing.draw("flat", LABELS, List.of(panel(logs -> Math.log(2)))));
    assertThat(drawing.all("path"))
        .hasSize(2)
        .extracting(path -> path.getAttribute("class"))
        .containsOnly("level-12");
    assertThat(drawing.root().getTextContent()).contains("2.00 everywhere");
  }

  /** p ∝ γ₃ grows upwards: no colour lies above a stronger one. */
  @Test
  void moreIsStrongerAndNothingIsLeftOut() {
    DensityGrid grid = DensityGrid.of(logs -> logs[2]);
    DensityScale scale = DensityScale.of(grid);
    assertThat(grid.cells()).hasSize(DensityGrid.ROWS * DensityGrid.ROWS);
    int before = 0;
    for (DensityGrid.Cell cell : grid.cells()) {
      if (cell.stands()) {
        assertThat(scale.level(cell.log())).isGreaterThanOrEqualTo(before);
        before = scale.level(cell.log());
      }
    }
    assertThat(before).isEqualTo(ColourScale.LEVELS - 1);
    assertThat(scale.level(scale.low())).isZero();
  }

  @Test
  void theColoursOfADensityCoverTheTriangleOnce() {
    Triangle triangle = new Triangle(0, 100, 100);
    DensityGrid grid = DensityGrid.of(logs -> 3 * logs[0] - logs[1]);
    double area = 0;
    for (var path : DensityFill.of(grid, DensityScale.of(grid), triangle)) {
      for (String polygon : path.attributes().get("d").split("Z", -1)) {
        area += polygon.isEmpty() ? 0 : area(polygon.substring(1).split("L", -1));
      }
    }
    assertThat(area).isCloseTo(Math.sqrt(3) / 4 * 100 * 100, within(5.0));
  }

  private static double area(String[] corners) {
    double twice = 0;
    for (int i = 0; i < corners.length; i++) {
      String[] one = corners[i].split(" ", -1);
      String[] next = corners[(i + 1) % corners.length].split(" ", -1);
      twice += Double.parseDouble(one[0]) * Double.parseDouble(next[1]);
      twice -= Double.parseDouble(next[0]) * Double.parseDouble(one[1]);
    }
    return Math.abs(twice) / 2;
  }

  @Test
  void drawsLieWhereTheirSharesSay() {
    Triangle triangle = new Triangle(10, 110, 100);
    assertThat(triangle.corner(0)).isEqualTo(new Point(10, 110));
    assertThat(triangle.corner(1)).isEqualTo(new Point(110, 110));
    assertThat(triangle.corner(2).y()).isCloseTo(110 - 50 * Math.sqrt(3), within(1e-12));
    Point centre = triangle.at(1, 1, 1);
    for (int corner = 0; corner < 3; corner++) {
      assertThat(centre.distance(triangle.corner(corner)))
          .isCloseTo(100 / Math.sqrt(3), within(1e-12));
    }
    ParsedDrawing drawing =
        ParsedDrawing.of(
            SimplexDrawing.draw(
                "x", LABELS, List.of(panel(logs -> logs[0], new Share(0.2, 0.3, 0.5)))));
    assertThat(drawing.all("circle")).hasSize(2);
  }

  @Test
  void densitiesBeyondDoublesAreToldByTheirExponent() {
    assertThat(DensityScale.words(Math.log(0.02))).isEqualTo("0.0200");
    assertThat(DensityScale.words(-1381.6)).isEqualTo("exp(-1382)");
  }

  @Test
  void scalesAreOrderedByLightnessOnBothGrounds() {
    for (int level = 1; level < ColourScale.LEVELS; level++) {
      assertThat(grey(ColourScale.level(level).light()))
          .isLessThan(grey(ColourScale.level(level - 1).light()));
      assertThat(grey(ColourScale.level(level).dark()))
          .isGreaterThan(grey(ColourScale.level(level - 1).dark()));
    }
  }

  private static double grey(String hex) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int channel = 0; channel < 3; channel++) {
      sum +=
          weights[channel] * Integer.parseInt(hex.substring(1 + 2 * channel, 3 + 2 * channel), 16);
    }
    return sum;
  }

  @Test
  void otherNumbersOfCornersAndPointsOffTheSimplexAreRefused() {
    assertThatThrownBy(
            () -> SimplexDrawing.draw("x", List.of("a"), List.of(panel(logs -> logs[0]))))
        .hasMessageContaining("labels [a] must be three");
    assertThatThrownBy(() -> SimplexDrawing.draw("x", LABELS, List.of()))
        .hasMessageContaining("at least one");
    assertThatThrownBy(() -> new Share(0.5, 0.6, 0.1)).hasMessageContaining("sum to 1");
    assertThatThrownBy(() -> new Share(1.5, -0.5, 0)).hasMessageContaining("three shares");
  }
}
