package org.simplexity.stage.robustness;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.simplexity.data.PreparedImages;
import org.simplexity.experiment.Experiment;
import org.simplexity.experiment.stage.Metrics;
import org.simplexity.experiment.stage.Progress;
import org.simplexity.experiment.stage.Stage;
import org.simplexity.experiment.task.Inputs;
import org.simplexity.kernel.PlanSettings;
import org.simplexity.method.Conditions;
import org.simplexity.method.robustness.Examination;
import org.simplexity.method.robustness.LabelledPixels;
import org.simplexity.method.robustness.RobustnessCurve;
import org.simplexity.method.robustness.RobustnessSettings;
import org.simplexity.method.robustness.RobustnessStudy;
import org.simplexity.method.robustness.Specimen;
import org.simplexity.tracking.DatasetContext;
import org.simplexity.tracking.TrackedRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a trained network about test images while it or they are disturbed. */
final class RobustnessStage implements Stage {
  private static final Logger LOG = LoggerFactory.getLogger(RobustnessStage.class);

  /** Images of a pass; answers do not depend on it. */
  private static final int BATCH = 100;

  private final Experiment experiment;
  private final Inputs inputs;
  private final Subject subject;
  private final TrackedRun run;
  private final Metrics metrics;
  private final Progress progress;

  @Inject
  RobustnessStage(
      Experiment experiment,
      Inputs inputs,
      Subject subject,
      TrackedRun run,
      Metrics metrics,
      Progress progress) {
    this.experiment = experiment;
    this.inputs = inputs;
    this.subject = subject;
    this.run = run;
    this.metrics = metrics;
    this.progress = progress;
  }

  @Override
  public Map<String, Double> run() throws IOException {
    PreparedImages images = inputs.images(Set.of(DatasetContext.TEST)).prepared();
    Subject.Found found = subject.find(images);
    if (found.edges().isEmpty() && !experiment.robustness().edgeRemoval().isEmpty()) {
      LOG.info(
          "edge_removal is left out: a network from a file has no structure to take edges from");
    }
    List<RobustnessCurve> curves = measure(found, images);
    CurveArtifacts.log(curves, run);
    Areas areas = new Areas(curves);
    metrics.record(0, areas.all());
    return areas.headline();
  }

  private List<RobustnessCurve> measure(Subject.Found found, PreparedImages images) {
    RobustnessSettings settings = experiment.robustness();
    Conditions conditions = inputs.conditions("robustness");
    Specimen specimen =
        new Specimen(found.network(), LabelledPixels.spread(images.test(), settings.images()));
    PlanSettings plan = PlanSettings.defaults(BATCH).withThreads(conditions.threads());
    try (Examination examination =
        new Examination(found.pixels().standard(images.statistics()), plan)) {
      RobustnessStudy study =
          new RobustnessStudy(
              RobustnessStudy.trials(settings, examination, found.edges()),
              settings.draws(),
              conditions.seed());
      List<RobustnessCurve> curves =
          study.run(
              specimen,
              examination,
              (done, total, what) -> progress.report(done, total, "measurement", what));
      progress.report(study.size(), study.size(), "measurement", "");
      return curves;
    }
  }
}
