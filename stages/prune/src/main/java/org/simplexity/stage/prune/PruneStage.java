package org.simplexity.stage.prune;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.simplexity.experiment.Experiment;
import org.simplexity.experiment.stage.Metrics;
import org.simplexity.experiment.stage.Progress;
import org.simplexity.experiment.stage.Stage;
import org.simplexity.experiment.task.Inputs;
import org.simplexity.method.LabelledImages;
import org.simplexity.method.pruning.PruningCurve;
import org.simplexity.method.pruning.PruningStudy;
import org.simplexity.method.weights.WeightFamily;
import org.simplexity.report.pruning.Removal;
import org.simplexity.tracking.DatasetContext;
import org.simplexity.tracking.Table;
import org.simplexity.tracking.TrackedRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes weights of a network at one λ and asks it about test images. */
final class PruneStage implements Stage {
  private static final Logger LOG = LoggerFactory.getLogger(PruneStage.class);

  /** Accuracy that may be lost: one point of a hundred. */
  private static final double ONE_POINT = 0.01;

  private final Experiment experiment;
  private final Inputs inputs;
  private final Metrics metrics;
  private final Progress progress;
  private final TrackedRun run;

  @Inject
  PruneStage(
      Experiment experiment, Inputs inputs, Metrics metrics, Progress progress, TrackedRun run) {
    this.experiment = experiment;
    this.inputs = inputs;
    this.metrics = metrics;
    this.progress = progress;
    this.run = run;
  }

  @Override
  public Map<String, Double> run() throws IOException {
    LabelledImages images = inputs.images(Set.of(DatasetContext.TEST));
    WeightFamily family = inputs.family(images.prepared());
    warnOutside(family);
    progress.report(0, 1, "network", "");
    List<PruningCurve> curves;
    try (PruningStudy study =
        new PruningStudy(
            family.at(experiment.lambda()),
            images,
            experiment.hypernet(),
            experiment.prune(),
            inputs.conditions("prune"))) {
      curves = study.run();
    }
    log(curves);
    progress.report(1, 1, "network", "");
    return headline(curves.get(0));
  }

  private void warnOutside(WeightFamily family) {
    double lambda = experiment.lambda();
    if (family.model().isHypernetwork() && !family.range().contains(lambda)) {
      LOG.warn(
          "lambda {} lies outside {} to {}, for which the hypernetwork {} was fitted: its weights"
              + " there are extrapolated",
          lambda,
          family.range().from(),
          family.range().to(),
          family.model());
    }
  }

  private void log(List<PruningCurve> curves) {
    for (PruningCurve curve : curves) {
      String name = "prune/" + curve.criterion().name().toLowerCase(Locale.ROOT);
      for (PruningCurve.Point point : curve.points()) {
        metrics.record(
            Math.round(100 * point.removed()),
            Map.of(
                name + "/accuracy", point.score().accuracy(),
                name + "/loss", point.score().loss()));
      }
    }
    List<Removal> removals =
        curves.get(0).points().stream()
            .map(
                point ->
                    new Removal(
                        experiment.hypernet().model().toString(),
                        experiment.lambda(),
                        experiment.seed(),
                        point.removed(),
                        point.score().accuracy()))
            .toList();
    run.table(
        Removal.TABLE, new Table(Removal.COLUMNS, removals.stream().map(Removal::row).toList()));
  }

  private static Map<String, Double> headline(PruningCurve curve) {
    Map<String, Double> headline = new LinkedHashMap<>();
    curve.at(0).ifPresent(score -> headline.put("test/accuracy", score.accuracy()));
    for (PruningCurve.Point point : curve.points()) {
      headline.put(
          "prune/accuracy_%d".formatted(Math.round(100 * point.removed())),
          point.score().accuracy());
    }
    headline.put("prune/removable_at_one_point", curve.removable(ONE_POINT));
    return headline;
  }
}
