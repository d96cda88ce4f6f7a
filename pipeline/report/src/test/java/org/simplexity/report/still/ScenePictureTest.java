package org.simplexity.report.still;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.simplexity.report.drawing.Ink;
import org.simplexity.report.drawing.Mark;
import org.simplexity.report.drawing.Mark.Anchor;
import org.simplexity.report.drawing.Point;
import org.simplexity.report.drawing.Scene;

/** Scenes as a bitmap. */
class ScenePictureTest {
  private static final int INK = 0x1F2328;
  private static final int PAPER = 0xFFFFFF;

  @Test
  void scenesStandThreeInARowAtTwoPixelsAUnit() throws IOException {
    Scene scene = scene();
    assertThat(read(List.of(scene)).getWidth()).isEqualTo(200);
    BufferedImage four = read(Collections.nCopies(4, scene));
    assertThat(four.getWidth()).isEqualTo(600);
    assertThat(four.getHeight()).isEqualTo(2 * 2 * 50);
  }

  @Test
  void facesAndLinesLieWhereTheyAreToInTheirOrder() throws IOException {
    Mark.Face strongest =
        new Mark.Face(
            List.of(new Point(10, 10), new Point(40, 10), new Point(40, 40), new Point(10, 40)),
            23,
            "");
    Mark.Line line = new Mark.Line(List.of(new Point(0, 25), new Point(100, 25)), Ink.STRONG, 4);
    BufferedImage picture = read(List.of(scene(strongest, line), scene(line, strongest)));
    assertThat(colour(picture, 40, 30)).isEqualTo(0x08306B);
    assertThat(colour(picture, 40, 50)).isEqualTo(INK);
    assertThat(colour(picture, 160, 50)).isEqualTo(INK);
    assertThat(colour(picture, 160, 30)).isEqualTo(PAPER);
    assertThat(colour(picture, 200 + 40, 50)).as("covered line").isEqualTo(0x08306B);
  }

  @Test
  void wordsStandOnTheirSideOfTheirPlace() throws IOException {
    assertThat(inked(read(List.of(scene(words(Anchor.START)))))).isBetween(100, 160);
    assertThat(inked(read(List.of(scene(words(Anchor.END)))))).isBetween(40, 100);
  }

  private static Mark.Words words(Anchor anchor) {
    return new Mark.Words("HHHH", new Point(50, 30), anchor, Ink.STRONG, 12);
  }

  /** The mean column of all that is not paper. */
  private static int inked(BufferedImage picture) {
    long sum = 0;
    int count = 0;
    for (int x = 0; x < picture.getWidth(); x++) {
      for (int y = 0; y < picture.getHeight(); y++) {
        boolean inked = colour(picture, x, y) != PAPER;
        sum += inked ? x : 0;
        count += inked ? 1 : 0;
      }
    }
    return count == 0 ? -1 : (int) (sum / count);
  }

  private static Scene scene(Mark... marks) {
    return new Scene("a", "a", 100, 50, List.of(marks));
  }

  private static int colour(BufferedImage picture, int x, int y) {
    return picture.getRGB(x, y) & 0xFFFFFF;
  }

  private static BufferedImage read(List<Scene> scenes) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(ScenePicture.png(scenes)));
  }
}
