package org.simplexity.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.simplexity.data.DataSet;
import org.simplexity.data.DataSettings;
import org.simplexity.data.PreparedImages;
import org.simplexity.data.Seed;
import org.simplexity.data.source.DownloadCache;
import org.simplexity.data.source.ImagePreparation;
import org.simplexity.data.source.Progress;
import org.simplexity.experiment.Experiment;
import org.simplexity.experiment.file.ExperimentFile;

/**
 * Images that a command was given.
 *
 * @param images prepared images
 * @param experiment the experiment that they belong to, if an experiment file was named
 */
record LabelledData(PreparedImages images, Optional<Experiment> experiment) {

  /**
   * Finds out what was named and prepares it.
   *
   * @param name experiment file, prepared images, or data set
   * @param from folder with the files of a data set, or null
   * @param overrides values to replace in an experiment file
   * @throws IllegalArgumentException if the name means nothing
   * @throws IOException if a download fails
   */
  static LabelledData of(String name, @Nullable String from, List<String> overrides)
      throws IOException {
    boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml");
    if (!yaml && !overrides.isEmpty()) {
      throw new IllegalArgumentException("--set: only an experiment file as --data has values");
    }
    if (yaml) {
      Experiment experiment = ExperimentFile.read(Path.of(name), overrides).experiment();
      PreparedImages images = prepared(experiment.data(), experiment.seed());
      return new LabelledData(images, Optional.of(experiment));
    }
    if (Files.isRegularFile(Path.of(name))) {
      return new LabelledData(PreparedImages.read(Path.of(name)), Optional.empty());
    }
    return new LabelledData(prepared(settings(name, from), 0), Optional.empty());
  }

  private static DataSettings settings(String name, @Nullable String from) {
    DataSettings defaults = DataSettings.defaults();
    return new DataSettings(
        set(name),
        from,
        defaults.validation(),
        defaults.test(),
        null,
        defaults.augment(),
        defaults.brokenImages(),
        defaults.imageSize(),
        defaults.channels());
  }

  private static DataSet set(String name) {
    return Arrays.stream(DataSet.values())
        .filter(set -> set.text().equals(name) && set != DataSet.IMAGE_FOLDER)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--data: '%s' is neither a file nor a data set; data sets are %s; for own images name an experiment file (.yaml)"
                        .formatted(name, known())));
  }

  private static String known() {
    return Arrays.stream(DataSet.values())
        .filter(set -> set != DataSet.IMAGE_FOLDER)
        .map(DataSet::text)
        .collect(Collectors.joining(", "));
  }

  private static PreparedImages prepared(DataSettings settings, long seed) throws IOException {
    Path downloads = DownloadCache.standardFolder(System.getenv());
    return new ImagePreparation(downloads, Progress.silent()).prepare(settings, new Seed(seed));
  }
}
