package org.simplexity.stage.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.data.DataSettings;
import org.simplexity.data.PreparedImages;
import org.simplexity.data.Seed;
import org.simplexity.data.source.ImagePreparation;
import org.simplexity.data.source.Progress;
import org.simplexity.experiment.stage.ExitCode;
import org.simplexity.experiment.stage.StageProgram;
import org.simplexity.kernel.archive.NumpyArchive;
import org.simplexity.tracking.MetricPoint;
import org.simplexity.tracking.MlflowTracker;
import org.simplexity.tracking.RunRequest;
import org.simplexity.tracking.RunStatus;
import org.simplexity.tracking.RunSummary;
import org.simplexity.tracking.TrackedRun;
import org.simplexity.tracking.Tracker;
import org.simplexity.tracking.TrackerSettings;
import org.simplexity.tracking.testing.MlflowServer;

/** The stage against a real MLflow server, on the bundled digits. */
@ExtendWith(MlflowServer.class)
class AutoencoderStageTest {
  private static final String SMALL =
      """
      autoencoder:
        latent: 6
        hidden: 40
        relevance: true
        epochs: 12
        batch: 50
        optimiser: {learning_rate: 0.003}
      """;

  @TempDir Path folder;
  private final MlflowServer server;
  private final String experiment = "autoencoder " + UUID.randomUUID();
  private Tracker tracker;
  private String images;

  AutoencoderStageTest(MlflowServer server) {
    this.server = server;
  }

  @BeforeEach
  void publishDigits() throws IOException {
    tracker =
        MlflowTracker.connect(
            server.uri(), TrackerSettings.defaults().withJournal(folder.resolve("journal")));
    PreparedImages digits =
        new ImagePreparation(folder, Progress.silent())
            .prepare(DataSettings.defaults(), new Seed(5));
    digits.write(folder.resolve("images.bin"));
    TrackedRun run = tracker.start(new RunRequest(experiment, "data-prep", null, Map.of()));
    run.artifact("data/images.bin", folder.resolve("images.bin"));
    run.finish(RunStatus.FINISHED);
    run.close();
    images = run.id();
  }

  @AfterEach
  void disconnect() {
    tracker.close();
  }

  @Test
  void digitsAreReconstructedAndUnitsCounted() throws IOException {
    assertThat(runStage(SMALL)).isZero();
    RunSummary run = own();
    assertThat(run.status()).isEqualTo(RunStatus.FINISHED);
    List<MetricPoint> bounds = tracker.history(run.id(), "validation/elbo");
    assertThat(bounds).extracting(MetricPoint::step).hasSize(12).endsWith(12L);
    assertThat(bounds.get(11).value()).isGreaterThan(bounds.get(0).value() + 1);
    Map<String, Double> metrics = run.metrics();
    assertThat(metrics.get("test/elbo"))
        .isCloseTo(-metrics.get("test/reconstruction") - metrics.get("test/kl"), within(1e-6));
    assertThat(metrics.get("train/relevance_kl")).isPositive();
    assertThat(metrics).containsKeys("train/elbo", "train/kl", "latent/active", "learning_rate");
    List<JsonNode> rows = rows(run);
    assertThat(rows).hasSize(6);
    double kl = rows.stream().mapToDouble(row -> row.path(1).asDouble()).sum();
    assertThat(kl).isCloseTo(metrics.get("test/kl"), within(1e-6));
    assertThat(rows)
        .allSatisfy(
            row -> assertThat(row.path(5).asBoolean()).isEqualTo(row.path(2).asDouble() > 0.01));
  }

  @Test
  void picturesAndWeightsAreArtifacts() throws IOException {
    assertThat(runStage(SMALL)).isZero();
    RunSummary run = own();
    BufferedImage pairs = ImageIO.read(download(run, "reconstructions.png").toFile());
    assertThat(pairs.getWidth()).isEqualTo(10 * 60 + 4);
    assertThat(pairs.getHeight()).as("4 rows of images, 4 of copies").isEqualTo(8 * 60 + 4);
    BufferedImage samples = ImageIO.read(download(run, "samples.png").toFile());
    assertThat(samples.getHeight()).as("a batch has 50").isEqualTo(5 * 60 + 4);
    assertThat(NumpyArchive.read(download(run, "autoencoder/weights.npz")))
        .hasSize(10)
        .containsKey("relevance.mean");
  }

  @Test
  void aBatchLargerThanTheSplitIsABadExperimentAndLeavesNothing() throws IOException {
    assertThat(runStage("autoencoder: {batch: 5000}\n")).isEqualTo(ExitCode.BAD_EXPERIMENT.code());
    RunSummary run = own();
    assertThat(run.status()).isEqualTo(RunStatus.FAILED);
    assertThat(run.tags().get("simplexity.failure_message"))
        .contains("batch 5000 is larger than the train split");
    assertThat(run.metrics()).isEmpty();
    assertThat(runStage("autoencoder: {latent: 0}\n")).isEqualTo(ExitCode.BAD_EXPERIMENT.code());
  }

  private RunSummary own() {
    return tracker.find(experiment, Map.of("simplexity.stage", "autoencoder")).get(0);
  }

  private Path download(RunSummary run, String artifact) {
    Path file = folder.resolve(artifact.replace('/', '-'));
    tracker.download(run.id(), artifact, file);
    return file;
  }

  private List<JsonNode> rows(RunSummary run) throws IOException {
    JsonNode table = new ObjectMapper().readTree(download(run, "tables/latent.json").toFile());
    assertThat(table.path("columns").toString())
        .isEqualTo("[\"unit\",\"kl\",\"variance\",\"relevance\",\"density\",\"active\"]");
    List<JsonNode> rows = new ArrayList<>();
    table.path("data").forEach(rows::add);
    return rows;
  }

  private int runStage(String settings) throws IOException {
    Path file = folder.resolve("experiment.yaml");
    Files.writeString(
        file, "name: " + experiment + "\nstages: [data-prep, autoencoder]\n" + settings);
    String[] arguments = {
      "--experiment", file.toString(),
      "--tracking-uri", server.uri().toString(),
      "--work", folder.resolve("work").toString(),
      "--upstream", "data-prep=" + images
    };
    return StageProgram.run(arguments, "autoencoder", new AutoencoderModule());
  }
}
