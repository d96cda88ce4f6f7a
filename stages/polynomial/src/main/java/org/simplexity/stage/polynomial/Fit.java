package org.simplexity.stage.polynomial;

import java.util.ArrayList;
import java.util.List;
import org.simplexity.method.evidence.PolynomialSelection;
import org.simplexity.report.content.LineChart;
import org.simplexity.report.content.LineChart.Axis;
import org.simplexity.report.content.LineChart.Point;
import org.simplexity.report.content.LineChart.Series;
import org.simplexity.report.content.LineChart.Style;
import org.simplexity.report.content.Quantity;
import org.simplexity.report.still.ScatterPicture;
import org.simplexity.space.family.Observations;

/** Data of both splits and what the chosen model says of them, as a picture. */
final class Fit {
  private static final int POINTS = 101;

  private Fit() {}

  static byte[] png(PolynomialSelection selection, PolynomialSelection.Choice choice) {
    List<Observations> splits = selection.data();
    LineChart chart =
        new LineChart(
            "The chosen model and its data",
            Axis.linear("x", Quantity.NUMBER),
            Axis.linear("y", Quantity.NUMBER),
            List.of(
                new Series("chosen model", new Style(0, false), curve(choice)),
                new Series("train", new Style(1, false), points(splits.get(0))),
                new Series("validation", new Style(2, false), points(splits.get(1)))));
    return ScatterPicture.png(chart, 1);
  }

  private static List<Point> curve(PolynomialSelection.Choice choice) {
    double[] x = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      x[i] = 2.0 * i / (POINTS - 1) - 1;
    }
    double[] y = choice.predict(x);
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < POINTS; i++) {
      points.add(new Point(x[i], y[i]));
    }
    return points;
  }

  /** The first power of every example against its target. */
  private static List<Point> points(Observations split) {
    double[][] features = split.features();
    double[] targets = split.targets();
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < split.size(); i++) {
      points.add(new Point(features[i][1], targets[i]));
    }
    return points;
  }
}
