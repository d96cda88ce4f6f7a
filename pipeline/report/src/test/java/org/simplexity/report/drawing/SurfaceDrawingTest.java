package org.simplexity.report.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.simplexity.report.drawing.Mark.Face;
import org.simplexity.report.drawing.Surface.Axis;

/** Values as heights over two axes. */
class SurfaceDrawingTest {
  private static final NiceScale SCALE = new NiceScale(0, 1, 0.2);
  private static final Projection VIEW = new Projection(new Point(0, 0), 100);

  private static Surface surface(List<List<Double>> values) {
    return new Surface(
        "var",
        "accuracy",
        new Axis("share removed", List.of(0.0, 0.2, 1.0), false),
        new Axis("λ", List.of(0.1, 1.0, 10.0), true),
        values);
  }

  private static Surface flat(double height) {
    List<Double> row = List.of(height, height, height);
    return surface(List.of(row, row, row));
  }

  private static List<Face> faces(Surface surface) {
    return SurfaceDrawing.draw(surface, SCALE).marks().stream()
        .filter(Face.class::isInstance)
        .map(Face.class::cast)
        .toList();
  }

  @Test
  void theFloorGoesFromLeftToFrontToRight() {
    Point left = VIEW.at(0, 0, 0);
    Point front = VIEW.at(1, 0, 0);
    Point right = VIEW.at(1, 1, 0);
    assertThat(List.of(left.x(), front.x(), right.x())).isSorted();
    assertThat(front.y()).isGreaterThan(left.y()).isGreaterThan(right.y());
  }

  @Test
  void equalLengthsStayEqualAndHeightGoesUp() {
    Point low = VIEW.at(0.3, 0.4, 0);
    Point middle = VIEW.at(0.3, 0.4, 0.5);
    Point high = VIEW.at(0.3, 0.4, 1);
    assertThat(high.x()).isCloseTo(low.x(), within(1e-12));
    assertThat(low.y() - middle.y()).isPositive().isCloseTo(middle.y() - high.y(), within(1e-9));
    assertThat(VIEW.at(0, 0, 0).distance(VIEW.at(0.5, 0, 0)))
        .isCloseTo(VIEW.at(0.5, 1, 1).distance(VIEW.at(1, 1, 1)), within(1e-9));
  }

  /** The shadow of the unit square with sides 192 has the area 192² sin ε. */
  @Test
  void aFlatSurfaceCoversTheFloorOnce() {
    double area = faces(flat(0)).stream().mapToDouble(SurfaceDrawingTest::area).sum();
    assertThat(area).isCloseTo(192 * 192 * Math.sin(Math.toRadians(27)), within(1e-6));
  }

  private static double area(Face face) {
    double twice = 0;
    for (int i = 0; i < 4; i++) {
      Point one = face.corners().get(i);
      Point next = face.corners().get((i + 1) % 4);
      twice += one.x() * next.y() - next.x() * one.y();
    }
    return Math.abs(twice) / 2;
  }

  /** Away from the reader x falls and y rises: what comes later is never behind. */
  @Test
  void facesInFrontAreDrawnOverThoseBehind() {
    List<Face> faces = faces(flat(0.5));
    for (int first = 0; first < faces.size(); first++) {
      for (Face later : faces.subList(first + 1, faces.size())) {
        assertThat(isBehind(later, faces.get(first))).isFalse();
      }
    }
    assertThat(isBehind(faces.get(0), faces.get(faces.size() - 1))).isTrue();
  }

  /** Whether the front corner of a face lies in the part of the floor behind another's back one. */
  private static boolean isBehind(Face face, Face other) {
    Point front = onFloor(face.corners().get(1));
    Point back = onFloor(other.corners().get(3));
    return front.x() < back.x() + 1e-9 && front.y() > back.y() - 1e-9;
  }

  /** The projection undone for places of one height, but for a constant: x and y on the floor. */
  private static Point onFloor(Point drawn) {
    double turn = Math.toRadians(40);
    double right = drawn.x();
    double away = -drawn.y() / Math.sin(Math.toRadians(27));
    return new Point(
        right * Math.cos(turn) - away * Math.sin(turn),
        right * Math.sin(turn) + away * Math.cos(turn));
  }

  @Test
  void coloursFollowTheHeight() {
    List<Face> rising =
        faces(
            surface(
                List.of(List.of(0.0, 0.2, 1.0), List.of(0.0, 0.2, 1.0), List.of(0.0, 0.2, 1.0))));
    int least = rising.stream().mapToInt(Face::level).min().orElseThrow();
    int greatest = rising.stream().mapToInt(Face::level).max().orElseThrow();
    assertThat(least).isZero();
    assertThat(greatest).isGreaterThanOrEqualTo(ColourScale.LEVELS * 4 / 5);
    assertThat(faces(flat(0.5))).extracting(Face::level).containsOnly(ColourScale.of(0.5));
  }

  @Test
  void patchesWithoutAllCornersAreLeftOut() {
    List<Double> row = List.of(0.5, 0.5, 0.5);
    int whole = faces(flat(0.5)).size();
    assertThat(faces(surface(List.of(List.of(0.5, 0.5, Double.NaN), row, row))))
        .hasSize(whole * 3 / 4);
    assertThat(faces(surface(List.of(row, List.of(0.5, Double.NaN, 0.5), row)))).isEmpty();
  }

  @Test
  void axesHaveNamesAndTicks() {
    ParsedDrawing drawing = ParsedDrawing.of(SurfaceDrawing.draw(flat(0.5), SCALE).svg());
    assertThat(drawing.all("text"))
        .extracting(text -> text.getTextContent())
        .contains("var", "accuracy", "share removed", "λ", "0.1", "1", "10", "0.2", "0.8");
    assertThat(drawing.root().getTextContent()).contains("0.5 at share removed 0, λ 0.1");
    Box sheet = drawing.viewBox();
    for (var text : drawing.all("text")) {
      assertThat(ParsedDrawing.number(text, "x")).isBetween(0.0, sheet.width());
      assertThat(ParsedDrawing.number(text, "y")).isBetween(0.0, sheet.height());
    }
  }
}
