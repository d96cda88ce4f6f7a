package org.simplexity.stage.robustness;

import java.util.List;
import java.util.Map;
import org.simplexity.method.robustness.RobustnessCurve;
import org.simplexity.report.content.LineChart;
import org.simplexity.report.robustness.Measurement;
import org.simplexity.report.robustness.RobustnessCharts;
import org.simplexity.report.still.CurvesPicture;
import org.simplexity.tracking.Table;
import org.simplexity.tracking.TrackedRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs curves as a table of every measurement and as a picture. */
final class CurveArtifacts {
  private static final Logger LOG = LoggerFactory.getLogger(CurveArtifacts.class);
  private static final String PICTURE = "robustness.png";

  private CurveArtifacts() {}

  static void log(List<RobustnessCurve> curves, TrackedRun run) {
    List<Measurement> all = curves.stream().flatMap(c -> measurements(c).stream()).toList();
    run.table(
        Measurement.TABLE,
        new Table(Measurement.COLUMNS, all.stream().map(Measurement::row).toList()));
    RobustnessCharts charts = new RobustnessCharts(Map.of("mean of draws", all));
    picture(charts.perturbations().stream().map(charts::chart).toList(), run);
  }

  private static List<Measurement> measurements(RobustnessCurve curve) {
    return curve.observations().stream()
        .map(
            o ->
                new Measurement(
                    curve.perturbation(), curve.scale(), o.level(), o.draw(), o.accuracy()))
        .toList();
  }

  private static void picture(List<LineChart> charts, TrackedRun run) {
    if (charts.isEmpty()) {
      return;
    }
    try {
      run.artifact(PICTURE, CurvesPicture.png(charts), "image/png");
    } catch (InternalError | LinkageError e) {
      LOG.warn("{} is left out: this Java cannot set type ({})", PICTURE, e.getMessage());
    }
  }
}
