package org.simplexity.stage.autoencoder;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.simplexity.experiment.Experiment;
import org.simplexity.experiment.stage.Metrics;
import org.simplexity.experiment.stage.Stage;
import org.simplexity.experiment.stage.WorkFolder;
import org.simplexity.experiment.task.EpochLoop;
import org.simplexity.experiment.task.Inputs;
import org.simplexity.experiment.task.PeakMemory;
import org.simplexity.method.LabelledImages;
import org.simplexity.method.autoencoder.Assessment;
import org.simplexity.method.autoencoder.AutoencoderSettings;
import org.simplexity.method.autoencoder.AutoencoderTraining;
import org.simplexity.method.autoencoder.LatentUnit;
import org.simplexity.tracking.DatasetContext;
import org.simplexity.tracking.Table;
import org.simplexity.tracking.TrackedRun;

/** Fits a variational autoencoder and looks at the test split once, at the end. */
final class AutoencoderStage implements Stage {
  private static final String ARCHIVE = "autoencoder/weights.npz";
  private static final String TABLE = "tables/latent.json";
  private static final List<String> COLUMNS =
      List.of("unit", "kl", "variance", "relevance", "density", "active");

  private final Experiment experiment;
  private final Inputs inputs;
  private final EpochLoop loop;
  private final Metrics metrics;
  private final TrackedRun run;
  private final WorkFolder folder;

  @Inject
  AutoencoderStage(
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
    AutoencoderSettings settings = experiment.autoencoder();
    LabelledImages images = inputs.images(EnumSet.allOf(DatasetContext.class));
    try (AutoencoderTraining training =
        new AutoencoderTraining(images, settings, inputs.conditions("autoencoder"))) {
      EpochLoop.Result result =
          loop.run(settings.epochs(), "validation/elbo", new AutoencoderEpochs(training));
      Assessment test = training.test();
      metrics.record(settings.epochs(), AutoencoderEpochs.bound("test", test.elbo()));
      run.table(TABLE, table(test.units()));
      new Pictures(training, images.prepared().shape()).log(run);
      log(training);
      return headline(training, test, result);
    }
  }

  private static Table table(List<LatentUnit> units) {
    return new Table(
        COLUMNS,
        units.stream()
            .map(
                unit ->
                    List.<Object>of(
                        unit.unit(),
                        unit.divergence(),
                        unit.variance(),
                        unit.relevance(),
                        unit.density(),
                        unit.isActive()))
            .toList());
  }

  private void log(AutoencoderTraining training) throws IOException {
    Path file = folder.own("").resolve("weights.npz");
    training.write(file);
    run.artifact(ARCHIVE, file);
  }

  private Map<String, Double> headline(
      AutoencoderTraining training, Assessment test, EpochLoop.Result result) {
    Map<String, Double> headline =
        new LinkedHashMap<>(AutoencoderEpochs.bound("test", test.elbo()));
    headline.put("test/active", (double) test.active());
    headline.put("latent/units", (double) test.units().size());
    headline.putAll(result.pick(List.of("train/elbo", "validation/elbo", "latent/active")));
    headline.put("model/parameters", (double) training.parameters());
    headline.put("time/total_seconds", result.seconds());
    PeakMemory.megabytes().ifPresent(peak -> headline.put("memory/peak_mb", peak));
    return headline;
  }
}
