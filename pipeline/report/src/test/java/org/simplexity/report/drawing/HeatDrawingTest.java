package org.simplexity.report.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.simplexity.report.drawing.Mark.Face;
import org.simplexity.report.drawing.Surface.Axis;

/** Values as colours over a grid. */
class HeatDrawingTest {
  private static final NiceScale SCALE = new NiceScale(0, 1, 0.2);
  private static final Surface SURFACE =
      new Surface(
          "var",
          "accuracy",
          new Axis("share removed", List.of(0.0, 0.5), false),
          new Axis("λ", List.of(0.1, 10.0), true),
          List.of(List.of(0.99, 0.1), List.of(0.62, Double.NaN)));

  private static List<Face> cells(Surface surface) {
    return HeatDrawing.draw(surface, SCALE).marks().stream()
        .filter(Face.class::isInstance)
        .map(Face.class::cast)
        .filter(face -> !face.name().isEmpty())
        .toList();
  }

  @Test
  void everyMeasuredValueIsACellInItsColourThatTellsItself() {
    assertThat(cells(SURFACE))
        .extracting(Face::name)
        .containsExactly(
            "share removed 0, λ 0.1: 0.99",
            "share removed 0.5, λ 0.1: 0.1",
            "share removed 0, λ 10: 0.62");
    assertThat(cells(SURFACE)).extracting(Face::level).containsExactly(23, 2, 14);
  }

  @Test
  void theGreatestLambdaIsOnTopAndTheGreatestShareOnTheRight() {
    List<Face> cells = cells(SURFACE);
    assertThat(cells.get(2).corners().get(0).y()).isLessThan(cells.get(0).corners().get(0).y());
    assertThat(cells.get(1).corners().get(0).x()).isGreaterThan(cells.get(0).corners().get(0).x());
  }

  @Test
  void numbersStandInCellsWithRoomForThem() {
    assertThat(words(SURFACE)).contains("0.99", "0.10", "0.62", "share removed", "λ", "accuracy");
    List<Double> many = IntStream.range(0, 40).mapToObj(i -> i / 40.0).toList();
    Surface narrow =
        new Surface(
            "var",
            "accuracy",
            new Axis("share removed", many, false),
            new Axis("λ", List.of(0.1), true),
            List.of(many.stream().map(x -> 0.77).toList()));
    assertThat(words(narrow)).doesNotContain("0.77");
    assertThat(cells(narrow)).hasSize(40);
    assertThat(words(narrow)).contains("0").doesNotContain("0.025");
  }

  private static List<String> words(Surface surface) {
    return ParsedDrawing.of(HeatDrawing.draw(surface, SCALE).svg()).all("text").stream()
        .map(text -> text.getTextContent())
        .toList();
  }

  @Test
  void wordsAreLegibleOnEveryColourInLightAndDark() {
    for (int level = 0; level < ColourScale.LEVELS; level++) {
      Colour words = Ink.on(level).colour();
      Colour ground = ColourScale.level(level);
      assertThat(Contrast.of(words.light(), ground.light())).as("light " + level).isGreaterThan(4);
      assertThat(Contrast.of(words.dark(), ground.dark())).as("dark " + level).isGreaterThan(4);
    }
  }
}
