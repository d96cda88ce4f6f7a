package org.simplexity.stage.report;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.simplexity.experiment.Experiment;
import org.simplexity.experiment.stage.Metrics;
import org.simplexity.experiment.stage.ParentRun;
import org.simplexity.experiment.stage.Progress;
import org.simplexity.experiment.stage.Stage;
import org.simplexity.experiment.stage.Upstream;
import org.simplexity.experiment.stage.UpstreamRun;
import org.simplexity.report.content.LineChart;
import org.simplexity.report.html.HtmlReport;
import org.simplexity.report.ranking.Figure;
import org.simplexity.report.ranking.Winner;
import org.simplexity.tracking.TrackedRun;

/** Gathers all runs of the experiment and reports to its own run and to that of the experiment. */
final class ReportStage implements Stage {
  private final Experiment experiment;
  private final Upstream upstream;
  private final TrackedRun run;
  private final ParentRun parent;
  private final Metrics own;
  private final Progress progress;

  @Inject
  ReportStage(
      Experiment experiment,
      Upstream upstream,
      TrackedRun run,
      ParentRun parent,
      Metrics own,
      Progress progress) {
    this.experiment = experiment;
    this.upstream = upstream;
    this.run = run;
    this.parent = parent;
    this.own = own;
    this.progress = progress;
  }

  @Override
  public Map<String, Double> run() throws IOException {
    Gathered gathered = Gathered.of(upstream);
    Report report = new Report(experiment, gathered);
    progress.report(0, 3, "step", "reading learning curves");
    List<LineChart> curves = report.curves();
    progress.report(1, 3, "step", "reading how the structure moved");
    String html = HtmlReport.render(report.content(curves));
    progress.report(2, 3, "step", "writing the report");
    Map<String, Double> metrics = report.winner().map(Winner::metrics).orElse(Map.of());
    for (TrackedRun target : targets()) {
      Artifacts artifacts = new Artifacts(target);
      artifacts.report(html, Tables.raw(report.trained(), Figure.TRAINED));
      artifacts.curves(curves);
      artifacts.robustness(report.robustness().curves());
      artifacts.pruning(report.pruning());
      drawings(report, gathered).ifPresent(artifacts::drawings);
      if (!target.id().equals(run.id())) {
        target.metrics(metrics, 0);
      }
    }
    own.record(0, metrics);
    progress.report(3, 3, "step", "");
    return headline(metrics);
  }

  /** Its own run and that of the experiment, which are one where there is no parent. */
  private List<TrackedRun> targets() {
    return parent.run().id().equals(run.id()) ? List.of(run) : List.of(run, parent.run());
  }

  private static Optional<Drawings> drawings(Report report, Gathered gathered) throws IOException {
    Optional<UpstreamRun> leading = Leading.of(report.winner(), gathered.discretise());
    return leading.isPresent() ? Optional.of(Drawings.of(leading.get())) : Optional.empty();
  }

  private static Map<String, Double> headline(Map<String, Double> metrics) {
    Map<String, Double> headline = new LinkedHashMap<>(metrics);
    headline.keySet().removeIf(key -> !key.endsWith("test/accuracy"));
    return headline;
  }
}
