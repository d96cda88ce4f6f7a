package org.simplexity.stage.prune;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.EnumSet;
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
import org.simplexity.method.pruning.Reach;
import org.simplexity.method.weights.WeightFamily;
import org.simplexity.report.pruning.DialPoint;
import org.simplexity.report.pruning.Remainder;
import org.simplexity.report.pruning.Removal;
import org.simplexity.tracking.DatasetContext;
import org.simplexity.tracking.Table;
import org.simplexity.tracking.TrackedRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes weights of a network at one λ and asks it about test images. */
final class PruneStage implements Stage {
  private static final Logger LOG = LoggerFactory.getLogger(PruneStage.class);

  private final Experiment experiment;
  private final Inputs inputs;
  private final Metrics metrics;
  private final Progress progress;
  private final TrackedRun run;
  private final Remainders remainders;

  @Inject
  PruneStage(
      Experiment experiment,
      Inputs inputs,
      Metrics metrics,
      Progress progress,
      TrackedRun run,
      Remainders remainders) {
    this.remainders = remainders;
    this.experiment = experiment;
    this.inputs = inputs;
    this.metrics = metrics;
    this.progress = progress;
    this.run = run;
  }

  @Override
  public Map<String, Double> run() throws IOException {
    LabelledImages images = inputs.images(used());
    WeightFamily family = inputs.family(images.prepared());
    warnOutside(family);
    progress.report(0, 1, "network", "");
    try (PruningStudy study =
        new PruningStudy(
            family.at(experiment.lambda()),
            images,
            experiment.hypernet(),
            experiment.prune(),
            inputs.conditions("prune"))) {
      List<PruningCurve> curves = study.run();
      PruningCurve first = curves.get(0);
      log(curves);
      Map<String, Double> headline = headline(first);
      log(study.reach(first));
      headline.putAll(remainders(remainders.of(family.network(), study, first, images), images));
      progress.report(1, 1, "network", "");
      return headline;
    }
  }

  /** Training images are read to fine-tune only. */
  private Set<DatasetContext> used() {
    if (experiment.prune().fineTuning().epochs() == 0) {
      return Set.of(DatasetContext.TEST);
    }
    return experiment.hypernet().includeValidation()
        ? EnumSet.allOf(DatasetContext.class)
        : EnumSet.of(DatasetContext.TRAIN, DatasetContext.TEST);
  }

  private void log(Reach reach) {
    DialPoint point =
        new DialPoint(
            experiment.hypernet().model().toString(),
            experiment.seed(),
            experiment.lambda(),
            reach.accuracy(),
            reach.removable(),
            reach.weights(),
            reach.multiplyAdds());
    run.table(DialPoint.TABLE, new Table(DialPoint.COLUMNS, List.of(point.row())));
  }

  /** Measures all that is left, and logs the smallest that loses at most one point. */
  private Map<String, Double> remainders(List<Remainders.Left> all, LabelledImages images)
      throws IOException {
    List<Remainder> rows = remainders.measure(all);
    run.table(
        Remainder.TABLE, new Table(Remainder.COLUMNS, rows.stream().map(Remainder::row).toList()));
    PruningCurve best =
        new PruningCurve(
            experiment.prune().criteria().get(0),
            all.stream().map(left -> new PruningCurve.Point(left.removed(), left.best())).toList());
    double removable = best.removable(Reach.LOSS);
    Map<String, Double> headline = new LinkedHashMap<>();
    for (int i = 0; i < all.size(); i++) {
      Remainder row = rows.get(i);
      if (row.fineTunedAccuracy() != null) {
        headline.put(
            "prune/fine_tuned_accuracy_" + percent(row.removed()), row.fineTunedAccuracy());
      }
      if (row.removed() == removable) {
        remainders.log(all.get(i), images.prepared());
        headline.put("pruned/removed", removable);
        headline.put("pruned/accuracy", all.get(i).best().accuracy());
        headline.put("pruned/weights", (double) row.weights());
        headline.put("pruned/multiply_adds", (double) row.multiplyAdds());
        headline.put("pruned/bytes", (double) row.sparseBytes());
        headline.put("pruned/latency_ms", row.latency());
      }
    }
    return headline;
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
            percent(point.removed()),
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
      headline.put("prune/accuracy_" + percent(point.removed()), point.score().accuracy());
    }
    headline.put("prune/removable_at_one_point", curve.removable(Reach.LOSS));
    return headline;
  }

  private static long percent(double share) {
    return Math.round(100 * share);
  }
}
