package org.simplexity.stage.hypernet;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.simplexity.data.PreparedImages;
import org.simplexity.experiment.Experiment;
import org.simplexity.experiment.stage.Metrics;
import org.simplexity.experiment.stage.Stage;
import org.simplexity.experiment.stage.WorkFolder;
import org.simplexity.experiment.task.EpochLoop;
import org.simplexity.experiment.task.Inputs;
import org.simplexity.experiment.task.PeakMemory;
import org.simplexity.kernel.Network;
import org.simplexity.method.LabelledImages;
import org.simplexity.method.Score;
import org.simplexity.method.pruning.PruningSettings;
import org.simplexity.method.pruning.PruningStudy;
import org.simplexity.method.pruning.Reach;
import org.simplexity.method.weights.FamilyCard;
import org.simplexity.method.weights.FamilySettings;
import org.simplexity.method.weights.FamilyTraining;
import org.simplexity.method.weights.WeightFamily;
import org.simplexity.report.pruning.DialPoint;
import org.simplexity.tracking.DatasetContext;
import org.simplexity.tracking.Table;
import org.simplexity.tracking.TrackedRun;

/** Fits the weights of a network and looks at the test split once, at the end. */
final class HypernetStage implements Stage {
  /** Intervals of equal length on the scale of log λ. */
  private static final int DIAL_STEPS = 12;

  private final Experiment experiment;
  private final Inputs inputs;
  private final EpochLoop loop;
  private final Metrics metrics;
  private final TrackedRun run;
  private final WorkFolder folder;

  @Inject
  HypernetStage(
      Experiment experiment,
      Inputs inputs,
      EpochLoop loop,
      Metrics metrics,
      TrackedRun run,
      WorkFolder folder) {
    this.experiment = experiment;
    this.inputs = inputs;
    this.loop = loop;
    this.metrics = metrics;
    this.run = run;
    this.folder = folder;
  }

  @Override
  public Map<String, Double> run() throws IOException {
    FamilySettings settings = experiment.hypernet();
    LabelledImages images = inputs.images(EnumSet.allOf(DatasetContext.class));
    Network network = inputs.familyNetwork(images.prepared());
    try (FamilyTraining training =
        new FamilyTraining(
            network, images, settings, experiment.lambda(), inputs.conditions("hypernet"))) {
      EpochLoop.Result result =
          loop.run(
              settings.epochsOfModel(),
              "train/accuracy",
              new FamilyEpochs(training, settings.includeValidation() ? "train" : "validation"));
      Map<Double, Score> test = training.test();
      metrics.record(settings.epochsOfModel(), FamilyEpochs.byLambda("test", test));
      training
          .optimumErrors()
          .forEach(
              (lambda, error) ->
                  metrics.record(
                      0, Map.of("gap/lambda_%s/optimum_error".formatted(lambda), error)));
      log(training.family(), images.prepared());
      logDial(training.family(), images);
      return headline(network, test, result);
    }
  }

  private void log(WeightFamily family, PreparedImages images) throws IOException {
    Path weights = folder.own("").resolve("weights.npz");
    family.write(weights);
    run.artifact(WeightFamily.ARTIFACT, weights);
    Path card = folder.own("").resolve("family.json");
    Files.writeString(card, card(family, images).json());
    run.artifact(FamilyCard.ARTIFACT, card);
  }

  /** What every λ of a hypernetwork gives, on a grid as fine as the report's dial. */
  private void logDial(WeightFamily family, LabelledImages images) {
    if (!family.model().isHypernetwork()) {
      return;
    }
    List<List<@Nullable Object>> rows =
        IntStream.rangeClosed(0, DIAL_STEPS)
            .mapToObj(i -> family.range().at((double) i / DIAL_STEPS))
            .map(lambda -> dial(family, lambda, images).row())
            .toList();
    run.table(DialPoint.TABLE, new Table(DialPoint.COLUMNS, rows));
  }

  private DialPoint dial(WeightFamily family, double lambda, LabelledImages images) {
    try (PruningStudy study =
        new PruningStudy(
            family.at(lambda),
            images,
            experiment.hypernet(),
            PruningSettings.defaults(),
            inputs.conditions("dial"))) {
      Reach reach = study.reach(study.run().get(0));
      return new DialPoint(
          family.model().toString(),
          experiment.seed(),
          lambda,
          reach.accuracy(),
          reach.removable(),
          reach.weights(),
          reach.multiplyAdds());
    }
  }

  private FamilyCard card(WeightFamily family, PreparedImages images) {
    FamilySettings settings = experiment.hypernet();
    return new FamilyCard(
        experiment.name(),
        settings.model(),
        settings.knots(),
        experiment.lambda(),
        settings.network(),
        family.network().input(),
        images.classes(),
        settings.normalisation(images.statistics()));
  }

  private Map<String, Double> headline(
      Network network, Map<Double, Score> test, EpochLoop.Result result) {
    Map<String, Double> headline = new LinkedHashMap<>();
    headline.put("test/accuracy", mean(test, Score::accuracy));
    headline.put("test/loss", mean(test, Score::loss));
    headline.put("train/accuracy", result.last().get("train/accuracy"));
    headline.put("model/parameters", (double) network.parameterCount());
    headline.put("model/fitted_parameters", (double) experiment.hypernet().parameters(network));
    headline.put("time/total_seconds", result.seconds());
    PeakMemory.megabytes().ifPresent(peak -> headline.put("memory/peak_mb", peak));
    return headline;
  }

  /** Mean over λ. */
  private static double mean(Map<Double, Score> scores, ToDoubleFunction<Score> part) {
    return scores.values().stream().mapToDouble(part).average().orElse(Double.NaN);
  }
}
