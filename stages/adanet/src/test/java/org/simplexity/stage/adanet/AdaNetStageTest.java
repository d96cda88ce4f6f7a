package org.simplexity.stage.adanet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import org.simplexity.space.GenotypeJson;
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
class AdaNetStageTest {
  private static final String SMALL =
      """
      space: {nodes: 1, channels: 4, operations: [skip_connect, sep_conv_3x3]}
      adanet: {iterations: 2, epochs: 2, batch: 50, complexity_weight: 0.001}
      """;

  @TempDir Path folder;
  private final MlflowServer server;
  private final String experiment = "adanet " + UUID.randomUUID();
  private Tracker tracker;
  private String images;

  AdaNetStageTest(MlflowServer server) {
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
  void anEnsembleIsBoostedAndTestedOnce() throws IOException {
    assertThat(runStage(SMALL)).isZero();
    RunSummary run = own();
    assertThat(run.status()).isEqualTo(RunStatus.FINISHED);
    Map<String, Double> metrics = run.metrics();
    assertThat(tracker.history(run.id(), "same/train/loss"))
        .extracting(MetricPoint::step)
        .containsExactly(1L, 2L, 3L, 4L);
    assertThat(tracker.history(run.id(), "test/accuracy")).hasSize(1);
    assertThat(metrics.get("test/accuracy")).isGreaterThan(0.2);
    List<JsonNode> rows = rows(run);
    assertThat(rows).hasSize(4);
    List<JsonNode> chosen = rows.stream().filter(row -> row.path(7).asBoolean()).toList();
    assertThat(chosen).hasSize(metrics.get("adanet/members").intValue());
    assertThat(chosen.get(chosen.size() - 1).path(3).asDouble())
        .isEqualTo(metrics.get("adanet/objective"));
    assertThat(NumpyArchive.read(download(run, "adanet/weights.npz")).get("mixture").shape())
        .containsExactly(chosen.size());
    assertThat(GenotypeJson.read(Files.readString(download(run, "adanet/member.0.genotype.json"))))
        .isNotNull();
  }

  @Test
  void itEndsEarlyWhereNothingPays() throws IOException {
    String dear = "adanet: {iterations: 9, epochs: 1, batch: 50, complexity_weight: 100}\n";
    assertThat(runStage(SMALL.lines().findFirst().orElseThrow() + "\n" + dear)).isZero();
    RunSummary run = own();
    assertThat(tracker.history(run.id(), "same/train/loss"))
        .extracting(MetricPoint::step)
        .containsExactly(1L, 2L);
    assertThat(run.metrics().get("adanet/members")).isEqualTo(1);
    assertThat(run.metrics().get("test/loss")).isCloseTo(Math.log(10), within(1e-6));
  }

  @Test
  void aBatchLargerThanTheSplitIsABadExperimentAndLeavesNothing() throws IOException {
    assertThat(runStage("adanet: {batch: 5000}\n")).isEqualTo(ExitCode.BAD_EXPERIMENT.code());
    RunSummary run = own();
    assertThat(run.status()).isEqualTo(RunStatus.FAILED);
    assertThat(run.metrics()).isEmpty();
    assertThat(runStage("adanet: {genotype: '|none~0|'}\n"))
        .isEqualTo(ExitCode.BAD_EXPERIMENT.code());
  }

  private RunSummary own() {
    return tracker.find(experiment, Map.of("simplexity.stage", "adanet")).get(0);
  }

  private Path download(RunSummary run, String artifact) {
    Path file = folder.resolve(artifact.replace('/', '-'));
    tracker.download(run.id(), artifact, file);
    return file;
  }

  private List<JsonNode> rows(RunSummary run) throws IOException {
    JsonNode table = new ObjectMapper().readTree(download(run, "tables/adanet.json").toFile());
    assertThat(table.path("columns").toString())
        .isEqualTo(
            "[\"iteration\",\"candidate\",\"depth\",\"objective\",\"complexity\","
                + "\"weight\",\"validation_accuracy\",\"chosen\"]");
    List<JsonNode> rows = new ArrayList<>();
    table.path("data").forEach(rows::add);
    return rows;
  }

  private int runStage(String settings) throws IOException {
    Path file = folder.resolve("experiment.yaml");
    Files.writeString(file, "name: " + experiment + "\nstages: [data-prep, adanet]\n" + settings);
    String[] arguments = {
      "--experiment", file.toString(),
      "--tracking-uri", server.uri().toString(),
      "--work", folder.resolve("work").toString(),
      "--upstream", "data-prep=" + images
    };
    return StageProgram.run(arguments, "adanet", new AdaNetModule());
  }
}
