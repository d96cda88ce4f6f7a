package org.simplexity.report.still;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.simplexity.report.content.LineChart;

/** Curves as a PNG picture on white ground, two charts a row. */
public final class CurvesPicture {
  private static final int COLUMNS = 2;

  private CurvesPicture() {}

  /**
   * Draws charts side by side.
   *
   * @param charts what to draw; those without a finite value are left out
   * @return content of a PNG file
   * @throws IllegalArgumentException if there is nothing to draw
   */
  public static byte[] png(List<LineChart> charts) {
    List<XYChart> drawn =
        charts.stream().filter(StillChart::hasPoints).map(StillChart::of).toList();
    if (drawn.isEmpty()) {
      throw new IllegalArgumentException("none of " + charts.size() + " charts has a finite value");
    }
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(sheet(drawn), "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot encode a picture in memory", e);
    }
  }

  private static BufferedImage sheet(List<XYChart> charts) {
    int columns = Math.min(COLUMNS, charts.size());
    int rows = (charts.size() + columns - 1) / columns;
    int width = charts.get(0).getWidth();
    int height = charts.get(0).getHeight();
    BufferedImage sheet =
        new BufferedImage(columns * width, rows * height, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = sheet.createGraphics();
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    for (int index = 0; index < charts.size(); index++) {
      BufferedImage chart = BitmapEncoder.getBufferedImage(charts.get(index));
      canvas.drawImage(chart, index % columns * width, index / columns * height, null);
    }
    canvas.dispose();
    return sheet;
  }
}
