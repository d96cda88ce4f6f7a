package org.simplexity.report.still;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.simplexity.report.Samples;
import org.simplexity.report.content.LineChart;
import org.simplexity.report.content.LineChart.Axis;
import org.simplexity.report.content.LineChart.Point;
import org.simplexity.report.content.LineChart.Series;
import org.simplexity.report.content.LineChart.Style;
import org.simplexity.report.content.Quantity;

/** Curves as a picture. */
class CurvesPictureTest {
  @Test
  void curvesAreDrawnInTheirColours() throws IOException {
    BufferedImage picture = read(List.of(Samples.curves("Loss", "validation", true)));
    assertThat(count(picture, 0x0072B2)).as("solid curve").isGreaterThan(300);
    assertThat(count(picture, 0xD55E00)).as("dashed curve").isBetween(100, 100_000);
    assertThat(count(picture, 0xFFFFFF)).as("paper").isGreaterThan(200_000);
  }

  @Test
  void chartsStandTwoInARow() throws IOException {
    LineChart chart = Samples.curves("Loss", "validation", false);
    BufferedImage one = read(List.of(chart));
    BufferedImage three = read(List.of(chart, chart, chart));
    assertThat(three.getWidth()).isEqualTo(2 * one.getWidth());
    assertThat(three.getHeight()).isEqualTo(2 * one.getHeight());
  }

  @Test
  void curvesOfOneNameAndCurvesOfOnePointAreDrawn() throws IOException {
    List<Point> point = List.of(new Point(1, 0.5));
    Series series = new Series("same", new Style(0, false), point);
    assertThat(count(read(List.of(chart(true, series, series))), 0x0072B2)).isGreaterThan(10);
  }

  @Test
  void aBandIsPaleAndAsHighAsItsSpread() throws IOException {
    List<Point> points = List.of(new Point(0, 0.5), new Point(1, 0.5));
    Style style = new Style(0, false);
    Series narrow = new Series("a", style, points, List.of(0.1, 0.1));
    Series bounds = new Series("b", new Style(1, false), List.of(new Point(0, 0), new Point(1, 1)));
    Series wide = new Series("a", style, points, List.of(0.2, 0.2));
    int one = countPale(read(List.of(chart(false, narrow, bounds))));
    int two = countPale(read(List.of(chart(false, wide, bounds))));
    assertThat(one).isGreaterThan(10_000);
    assertThat(two / (double) one).isCloseTo(2, within(0.05));
  }

  @Test
  void aSpreadThatDoesNotFitItsPointsIsRefused() {
    List<Point> points = List.of(new Point(0, 0.5), new Point(1, 0.5));
    assertThatThrownBy(() -> new Series("a", new Style(0, false), points, List.of(0.1)))
        .hasMessage("spread of 1 values does not fit 2 points");
  }

  @Test
  void withoutAnyValueThereIsNoPicture() {
    Series lost = new Series("lost", new Style(0, false), List.of(new Point(1, Double.NaN)));
    Series zero = new Series("zero", new Style(0, false), List.of(new Point(1, 0)));
    assertThatThrownBy(() -> CurvesPicture.png(List.of(chart(false, lost), chart(true, zero))))
        .hasMessage("none of 2 charts has a finite value");
  }

  private static LineChart chart(boolean logarithmic, Series... series) {
    Axis y = new Axis("loss", Quantity.NUMBER, logarithmic);
    return new LineChart("Loss", Axis.epochs(), y, List.of(series));
  }

  private static BufferedImage read(List<LineChart> charts) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(CurvesPicture.png(charts)));
  }

  private static int count(BufferedImage picture, int colour) {
    int count = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        count += (picture.getRGB(x, y) & 0xFFFFFF) == colour ? 1 : 0;
      }
    }
    return count;
  }

  /** Pixels of #0072b2 at 40/255 on white: 255 − 40, 255 − 40 · 141/255, 255 − 40 · 77/255. */
  private static int countPale(BufferedImage picture) {
    int count = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        Color colour = new Color(picture.getRGB(x, y));
        boolean pale =
            Math.abs(colour.getRed() - 215) < 3
                && Math.abs(colour.getGreen() - 233) < 3
                && Math.abs(colour.getBlue() - 243) < 3;
        count += pale ? 1 : 0;
      }
    }
    return count;
  }
}
