package org.simplexity.report.still;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.simplexity.report.content.LineChart;
import org.simplexity.report.content.LineChart.Axis;
import org.simplexity.report.content.LineChart.Point;
import org.simplexity.report.content.LineChart.Series;
import org.simplexity.report.content.Quantity;
import org.simplexity.report.drawing.Palette;

/** One chart in the look of the report. */
final class StillChart {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 420;
  private static final int MOST_IN_A_LINE = 3;
  private static final int OPACITY = 40; // of 255
  private static final Color INK = Color.decode("#1f2328");
  private static final Color SOFT = Color.decode("#59636e");
  private static final Color LINE = Color.decode("#d4dae1");

  private StillChart() {}

  static boolean hasPoints(LineChart chart) {
    return chart.series().stream().anyMatch(series -> hasPoints(series, chart.y()));
  }

  static XYChart of(LineChart chart) {
    return of(chart, chart.series().size());
  }

  /** A chart whose series from number {@code lines} on are loose points. */
  static XYChart of(LineChart chart, int lines) {
    XYChart drawn =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(chart.title())
            .xAxisTitle(chart.x().name())
            .yAxisTitle(chart.y().name())
            .build();
    style(drawn.getStyler(), chart);
    for (int index = 0; index < chart.series().size(); index++) { // below all lines
      Series series = chart.series().get(index);
      if (!series.spread().isEmpty() && hasPoints(series, chart.y())) {
        addBand(drawn, series, index);
      }
    }
    Set<String> named = new HashSet<>();
    for (int index = 0; index < chart.series().size(); index++) {
      Series series = chart.series().get(index);
      if (hasPoints(series, chart.y())) {
        XYSeries added = add(drawn, series, chart.y(), index);
        added.setShowInLegend(named.add(series.name()));
        if (index >= lines) {
          added.setMarker(SeriesMarkers.CIRCLE);
          added.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
        }
      }
    }
    return drawn;
  }

  private static XYSeries add(XYChart drawn, Series series, Axis axis, int index) {
    double[] x = series.points().stream().mapToDouble(Point::x).toArray();
    double[] y = series.points().stream().mapToDouble(p -> shown(p, axis)).toArray();
    XYSeries added = drawn.addSeries(index + " " + series.name(), x, y);
    added.setLabel(series.name());
    added.setMarker(x.length == 1 ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
    Color colour = Color.decode(Palette.series(series.style().colour()).light());
    added.setLineColor(colour);
    added.setMarkerColor(colour);
    added.setLineStyle(series.style().dashed() ? stroke(6, 4) : stroke());
    return added;
  }

  /** The area of one spread around a curve: along its lower edge, and back along the upper one. */
  private static void addBand(XYChart drawn, Series series, int index) {
    List<Point> edge = new ArrayList<>();
    for (int i = 0; i < series.points().size(); i++) {
      Point point = series.points().get(i);
      if (Double.isFinite(point.y())) {
        int middle = edge.size() / 2;
        edge.add(middle, new Point(point.x(), point.y() + series.spread().get(i)));
        edge.add(middle, new Point(point.x(), point.y() - series.spread().get(i)));
      }
    }
    XYSeries added =
        drawn.addSeries(
            "band " + index,
            edge.stream().mapToDouble(Point::x).toArray(),
            edge.stream().mapToDouble(Point::y).toArray());
    Color colour = Color.decode(Palette.series(series.style().colour()).light());
    added.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.PolygonArea);
    added.setFillColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), OPACITY));
    added.setLineStyle(SeriesLines.NONE);
    added.setMarker(SeriesMarkers.NONE);
    added.setShowInLegend(false);
  }

  /** The value, or not a number where there is no place for it on the axis. */
  private static double shown(Point point, Axis axis) {
    boolean place = Double.isFinite(point.y()) && (!axis.logarithmic() || point.y() > 0);
    return place ? point.y() : Double.NaN;
  }

  private static boolean hasPoints(Series series, Axis axis) {
    return series.points().stream().anyMatch(point -> !Double.isNaN(shown(point, axis)));
  }

  private static BasicStroke stroke(float... dashes) {
    return new BasicStroke(
        2f,
        BasicStroke.CAP_BUTT,
        BasicStroke.JOIN_ROUND,
        1f,
        dashes.length == 0 ? null : dashes,
        0f);
  }

  /**
   * Writes at most about ten of the whole numbers along the axis: every first, second, fifth, tenth
   * and so on.
   */
  private static Function<Double, String> ticks(LineChart chart) {
    double longest =
        chart.series().stream()
            .flatMap(series -> series.points().stream())
            .mapToDouble(Point::x)
            .max()
            .orElse(1);
    double ten = Math.pow(10, Math.max(0, Math.ceil(Math.log10(longest / 10))));
    double step = longest <= 2 * ten ? ten / 5 : longest <= 5 * ten ? ten / 2 : ten;
    double whole = Math.max(1, step);
    return x -> x % whole == 0 || x == 1 ? chart.x().quantity().format(x) : "";
  }

  private static void style(XYStyler styler, LineChart chart) {
    styler.setBaseFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 16));
    styler.setChartTitleFontColor(INK);
    styler.setChartTitleBoxVisible(false);
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setPlotGridVerticalLinesVisible(false);
    styler.setPlotGridLinesColor(LINE);
    styler.setPlotGridLinesStroke(new BasicStroke(1f));
    styler.setAxisTickLabelsColor(SOFT);
    styler.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    boolean whole = chart.x().quantity() == Quantity.COUNT;
    styler.setXAxisTickLabelsFormattingFunction(
        whole ? ticks(chart) : chart.x().quantity()::format);
    boolean few = chart.series().stream().map(Series::name).distinct().count() <= MOST_IN_A_LINE;
    styler.setLegendPosition(few ? LegendPosition.OutsideS : LegendPosition.OutsideE);
    styler.setLegendLayout(few ? LegendLayout.Horizontal : LegendLayout.Vertical);
    styler.setLegendBorderColor(Color.WHITE);
    styler.setYAxisLogarithmic(chart.y().logarithmic());
  }
}
