package org.simplexity.report.still;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.simplexity.report.content.LineChart;

/** Curves and loose points on one chart, as a PNG picture on white ground. */
public final class ScatterPicture {
  private static final int MARKER = 7;

  private ScatterPicture() {}

  /**
   * Draws a chart.
   *
   * @param chart what to draw; every series has a finite value
   * @param lines how many series, from the first, are lines; the others are points
   * @return content of a PNG file
   */
  public static byte[] png(LineChart chart, int lines) {
    XYChart drawn = StillChart.of(chart, lines);
    drawn.getStyler().setXAxisTickLabelsFormattingFunction(chart.x().quantity()::format);
    drawn.getStyler().setMarkerSize(MARKER);
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(BitmapEncoder.getBufferedImage(drawn), "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot encode a picture in memory", e);
    }
  }
}
