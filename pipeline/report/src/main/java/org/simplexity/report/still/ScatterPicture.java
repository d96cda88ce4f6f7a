package org.simplexity.report.still;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;
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
    XYChart drawn = StillChart.of(chart);
    drawn.getStyler().setXAxisTickLabelsFormattingFunction(null);
    drawn.getStyler().setMarkerSize(MARKER);
    List<XYSeries> series = List.copyOf(drawn.getSeriesMap().values());
    for (int i = lines; i < series.size(); i++) {
      series.get(i).setMarker(SeriesMarkers.CIRCLE);
      series.get(i).setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
    }
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(BitmapEncoder.getBufferedImage(drawn), "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot encode a picture in memory", e);
    }
  }
}
