package org.simplexity.stage.polynomial;

import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.simplexity.data.Seed;
import org.simplexity.experiment.Experiment;
import org.simplexity.experiment.stage.Metrics;
import org.simplexity.experiment.stage.Progress;
import org.simplexity.experiment.stage.Stage;
import org.simplexity.method.bilevel.ConjugateGradients;
import org.simplexity.method.bilevel.DifferenceStep;
import org.simplexity.method.distribution.SoftmaxPoint;
import org.simplexity.method.evidence.PolynomialSelection;
import org.simplexity.method.evidence.PolynomialSettings;
import org.simplexity.space.family.PolynomialExample;
import org.simplexity.tracking.TrackedRun;

/** Solves the generalised problem of the polynomial example and logs what was chosen. */
final class PolynomialStage implements Stage {
  private static final int ITERATIONS = 60;
  private static final double PRECISION = 1e-6;

  private final Experiment experiment;
  private final TrackedRun run;
  private final Metrics metrics;
  private final Progress progress;

  @Inject
  PolynomialStage(Experiment experiment, TrackedRun run, Metrics metrics, Progress progress) {
    this.experiment = experiment;
    this.run = run;
    this.metrics = metrics;
    this.progress = progress;
  }

  @Override
  public Map<String, Double> run() {
    PolynomialSettings settings = experiment.polynomial();
    PolynomialSelection selection =
        new PolynomialSelection(
            new PolynomialExample(settings.coefficients(), settings.noise()),
            settings.examples(),
            new SoftmaxPoint(PolynomialExample.SUBMODELS),
            new Seed(experiment.seed()));
    progress.report(0, 1, "problem", "");
    PolynomialSelection.Choice choice =
        selection.choose(
            settings.levels(),
            new ConjugateGradients(
                ITERATIONS, PRECISION, PRECISION, DifferenceStep.doublePrecision()),
            settings.outerLevel());
    run.artifact("fit.png", Fit.png(selection, choice), "image/png");
    Map<String, Double> values = values(choice);
    metrics.record(0, values);
    progress.report(1, 1, "problem", "");
    return values;
  }

  private static Map<String, Double> values(PolynomialSelection.Choice choice) {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("share/one_feature", choice.shares().get(PolynomialExample.ONE_FEATURE));
    values.put("share/eleven_features", choice.shares().get(PolynomialExample.ELEVEN_FEATURES));
    values.put("share/constant", choice.shares().get(PolynomialExample.CONSTANT));
    values.put("complexity/divergence", choice.complexity());
    values.put("validation/log_likelihood", choice.validation());
    return values;
  }
}
