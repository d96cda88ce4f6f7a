package org.simplexity.stage.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.simplexity.report.content.LineChart;
import org.simplexity.report.pruning.Removal;
import org.simplexity.report.pruning.RemovalSummary;
import org.simplexity.report.still.CurvesPicture;
import org.simplexity.report.still.ScenePicture;
import org.simplexity.tracking.Table;
import org.simplexity.tracking.TrackedRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the parts of the report where the tracker shows them. */
record Artifacts(TrackedRun run) {
  private static final Logger LOG = LoggerFactory.getLogger(Artifacts.class);

  void report(String html, Table results) {
    run.artifact("report/report.html", utf8(html), "text/html");
    run.table("tables/results.json", results);
  }

  /** Curves as a picture; without a font on this machine only the report has them. */
  void curves(List<LineChart> curves) {
    picture("report/curves.png", curves, CurvesPicture::png);
  }

  /** Curves under disturbances as a picture, if there are any. */
  void robustness(List<LineChart> curves) {
    picture("report/robustness.png", curves, CurvesPicture::png);
  }

  /** Accuracy without some weights as tables and as pictures, if it was measured. */
  void pruning(Pruning pruning) {
    if (!pruning.removals().isEmpty()) {
      run.table(Removal.TABLE, pruning.table());
      run.table(RemovalSummary.TABLE, pruning.summary());
      picture("report/pruning.png", pruning.curves(), CurvesPicture::png);
      picture("report/pruning_heat.png", pruning.heat(), ScenePicture::png);
      picture("report/pruning_surface.png", pruning.surfaces(), ScenePicture::png);
    }
  }

  private <T> void picture(String path, List<T> shown, Function<List<T>, byte[]> painter) {
    if (shown.isEmpty()) {
      return;
    }
    try {
      run.artifact(path, painter.apply(shown), "image/png");
    } catch (InternalError | LinkageError e) {
      LOG.warn(
          "{} is left out: this Java cannot set type ({}). Install fontconfig and a font, such as"
              + " fonts-dejavu-core.",
          path,
          e.getMessage());
    }
  }

  void drawings(Drawings drawings) {
    run.artifact("genotype.json", utf8(drawings.json()), "application/json");
    run.artifact("genotype/normal.svg", utf8(drawings.normal().text()), "image/svg+xml");
    run.artifact("genotype/reduction.svg", utf8(drawings.reduction().text()), "image/svg+xml");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
