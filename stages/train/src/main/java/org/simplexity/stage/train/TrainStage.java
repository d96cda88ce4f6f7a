package org.simplexity.stage.train;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.simplexity.data.PreparedImages;
import org.simplexity.exchange.file.ModelFiles;
import org.simplexity.experiment.Experiment;
import org.simplexity.experiment.stage.Metrics;
import org.simplexity.experiment.stage.Stage;
import org.simplexity.experiment.stage.WorkFolder;
import org.simplexity.experiment.task.EpochLoop;
import org.simplexity.experiment.task.Health;
import org.simplexity.experiment.task.Inputs;
import org.simplexity.experiment.task.PeakMemory;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.PlanSettings;
import org.simplexity.method.LabelledImages;
import org.simplexity.method.NetworkTraining;
import org.simplexity.method.Score;
import org.simplexity.space.Genotype;
import org.simplexity.space.GenotypeJson;
import org.simplexity.tracking.DatasetContext;
import org.simplexity.tracking.TrackedRun;

/**
 * Trains the discrete network and looks at the test split once, at the end; then the gradients of
 * the network are checked.
 */
final class TrainStage implements Stage {
  private final Experiment experiment;
  private final Inputs inputs;
  private final EpochLoop loop;
  private final Metrics metrics;
  private final StartingPoint startingPoint;
  private final TrackedRun run;
  private final WorkFolder folder;

  @Inject
  TrainStage(
      Experiment experiment,
      Inputs inputs,
      EpochLoop loop,
      Metrics metrics,
      StartingPoint startingPoint,
      TrackedRun run,
      WorkFolder folder) {
    this.experiment = experiment;
    this.inputs = inputs;
    this.loop = loop;
    this.metrics = metrics;
    this.startingPoint = startingPoint;
    this.run = run;
    this.folder = folder;
  }

  @Override
  public Map<String, Double> run() throws IOException {
    LabelledImages images = inputs.images(EnumSet.allOf(DatasetContext.class));
    Genotype genotype = inputs.genotype("discretise");
    StartingPoint.Start start =
        startingPoint.of(inputs.space(images.prepared()), genotype, inputs.conditions("weights"));
    try (NetworkTraining training =
        new NetworkTraining(
            start.network(),
            start.vectors(),
            images,
            experiment.train(),
            inputs.conditions("train"))) {
      EpochLoop.Result result =
          loop.run(experiment.train().epochs(), "train/accuracy", new TrainingEpochs(training));
      Score test = training.test();
      Map<String, Double> headline = headline(start.network(), test, result);
      headline.putAll(log(training, start.network(), test, images.prepared()));
      logGenotype(genotype);
      Health health = new Health(training.gradientErrors());
      metrics.record(0, health.details());
      headline.putAll(health.headline());
      return headline;
    }
  }

  private Map<String, Double> log(
      NetworkTraining training, Network network, Score test, PreparedImages images)
      throws IOException {
    PlanSettings settings =
        PlanSettings.defaults(experiment.train().batch())
            .withThreads(experiment.runtime().threadsHere());
    ModelFiles files = new ModelFiles(folder.own(""), images, images.statistics(), settings);
    training.weights().write(files.weights());
    Map<String, Double> differences = files.write(experiment.name(), network, test.accuracy());
    run.artifact("model/weights.npz", files.weights());
    run.artifact("model/network.onnx", files.onnx());
    run.artifact("model/network.zip", files.dl4j());
    return differences;
  }

  private void logGenotype(Genotype genotype) {
    byte[] json = GenotypeJson.write(genotype).getBytes(StandardCharsets.UTF_8);
    run.artifact("genotype.json", json, "application/json");
  }

  private static Map<String, Double> headline(
      Network network, Score test, EpochLoop.Result result) {
    Map<String, Double> headline = new LinkedHashMap<>();
    headline.put("test/accuracy", test.accuracy());
    headline.put("test/loss", test.loss());
    headline.putAll(result.pick(List.of("validation/accuracy", "train/accuracy")));
    headline.put("model/parameters", (double) network.parameterCount());
    headline.put("model/multiply_adds", (double) network.multiplyAdds());
    headline.put("time/total_seconds", result.seconds());
    PeakMemory.megabytes().ifPresent(peak -> headline.put("memory/peak_mb", peak));
    return headline;
  }
}
