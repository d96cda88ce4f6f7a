package org.simplexity.stage.dataprep;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.simplexity.data.ContactSheet;
import org.simplexity.data.DataDescription;
import org.simplexity.data.ImageSet;
import org.simplexity.data.PreparedImages;
import org.simplexity.data.Seed;
import org.simplexity.data.source.DownloadCache;
import org.simplexity.data.source.DownloadException;
import org.simplexity.data.source.ImagePreparation;
import org.simplexity.experiment.Experiment;
import org.simplexity.experiment.stage.Metrics;
import org.simplexity.experiment.stage.Progress;
import org.simplexity.experiment.stage.Stage;
import org.simplexity.experiment.stage.WorkFolder;
import org.simplexity.experiment.task.DataInputs;
import org.simplexity.tracking.TrackedRun;

/** Prepares the images of an experiment and logs them with all there is to know of them. */
final class DataPrep implements Stage {
  private final Experiment experiment;
  private final TrackedRun run;
  private final Metrics metrics;
  private final Progress progress;
  private final WorkFolder folder;

  @Inject
  DataPrep(
      Experiment experiment,
      TrackedRun run,
      Metrics metrics,
      Progress progress,
      WorkFolder folder) {
    this.experiment = experiment;
    this.run = run;
    this.metrics = metrics;
    this.progress = progress;
    this.folder = folder;
  }

  @Override
  public Map<String, Double> run() throws IOException {
    PreparedImages images = prepare();
    logImages(images);
    DataDescription description = DataDescription.of(images);
    run.artifact("data/provenance.json", utf8(description.json()), "application/json");
    run.artifact("data/samples.png", ContactSheet.png(images), "image/png");
    DataInputs.of(images, experiment.data()).forEach(run::dataset);
    Map<String, Double> sizes = sizes(images);
    metrics.record(0, sizes);
    return sizes;
  }

  private PreparedImages prepare() throws DownloadException {
    Path downloads = DownloadCache.standardFolder(System.getenv());
    return new ImagePreparation(downloads, progress::report)
        .prepare(experiment.data(), new Seed(experiment.seed()));
  }

  private void logImages(PreparedImages images) throws IOException {
    Path file = folder.own("images.bin");
    images.write(file);
    run.artifact("data/images.bin", file);
    Files.delete(file);
  }

  private static Map<String, Double> sizes(PreparedImages images) {
    Map<String, Double> sizes = new LinkedHashMap<>();
    for (ImageSet set : images.splits().all()) {
      sizes.put("data/" + set.name() + "_images", (double) set.size());
    }
    return sizes;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
