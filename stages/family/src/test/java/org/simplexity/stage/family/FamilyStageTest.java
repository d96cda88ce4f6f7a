package org.simplexity.stage.family;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.simplexity.method.family.FamilyMember;
import org.simplexity.method.family.SearchedFamily;
import org.simplexity.method.family.SearchedFamilyJson;
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
class FamilyStageTest {
  private static final String SMALL =
      """
      space:
        cells: 3
        nodes: 1
        channels: 4
        stem_multiplier: 1
      family:
        search: {epochs: 2, batch: 50, kappa: 0.2}
        price: {latency: 0, multiply_adds: 1, parameters: 1}
        divisions: 3
        points: [[0.15, 0.15, 0.7]]
        scored: 100
      """;

  @TempDir Path folder;
  private final MlflowServer server;
  private final String experiment = "family " + UUID.randomUUID();
  private Tracker tracker;
  private String images;

  FamilyStageTest(MlflowServer server) {
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
  void membersOverTheGridAreLoggedWithTheirCostsAndScores() throws IOException {
    assertThat(runStage(SMALL)).isZero();
    RunSummary run = own();
    assertThat(run.status()).isEqualTo(RunStatus.FINISHED);
    assertThat(tracker.history(run.id(), "train/loss")).hasSize(2);
    SearchedFamily family =
        SearchedFamilyJson.read(Files.readString(download(run, SearchedFamily.ARTIFACT)));
    assertThat(family.images()).isEqualTo(images);
    assertThat(family.members()).as("C(3 + 2, 2) points").hasSize(10);
    assertThat(family.points())
        .singleElement()
        .satisfies(member -> assertThat(member.condition()).containsExactly(0.15, 0.15, 0.7));
    assertThat(table(run, "tables/family_points.json").path("data")).hasSize(1);
    JsonNode table = table(run, "tables/family.json");
    List<String> columns = new ArrayList<>();
    table.path("columns").forEach(name -> columns.add(name.asText()));
    assertThat(columns)
        .startsWith("price_max_pool_3x3", "price_skip_connect", "price_sep_conv_3x3", "structure")
        .contains("count_sep_conv_3x3", "parameters", "multiply_adds", "activations", "latency")
        .endsWith("accuracy", "loss");
    for (int i = 0; i < 10; i++) {
      FamilyMember member = family.members().get(i);
      JsonNode row = table.path("data").path(i);
      assertThat(row.path(columns.indexOf("count_sep_conv_3x3")).asLong())
          .isEqualTo(member.count("sep_conv_3x3"));
      assertThat(row.path(columns.indexOf("accuracy")).asDouble())
          .isEqualTo(member.score().accuracy());
      long counts = row.path(4).asLong() + row.path(5).asLong() + row.path(6).asLong();
      assertThat(counts).as("two edges in each of two cell types").isEqualTo(4);
    }
    JsonNode responses = table(run, "tables/price_response.json").path("data");
    assertThat(responses).hasSize(3);
    assertThat(responses.path(0).path(1).asInt()).as("6 places with S_j > 0, two j").isEqualTo(12);
    assertThat(run.metrics()).containsEntry("family/price_moves", 36.0);
    assertThat(table(run, "tables/costs.json").path("data")).hasSize(2 * 2 * 3 + 1);
    assertThat(NumpyArchive.read(download(run, SearchedFamily.WEIGHTS))).isNotEmpty();
  }

  @Test
  void aSingleSearchHasOneMember() throws IOException {
    String single = SMALL.replace("kappa: 0.2", "kappa: 0.2, fixed: [0.7, 0.15, 0.15]");
    assertThat(runStage(single)).isZero();
    SearchedFamily family =
        SearchedFamilyJson.read(Files.readString(download(own(), SearchedFamily.ARTIFACT)));
    assertThat(family.members())
        .singleElement()
        .satisfies(member -> assertThat(member.condition()).containsExactly(0.7, 0.15, 0.15));
  }

  @Test
  void pricesOffTheSimplexAreABadExperiment() throws IOException {
    String off = SMALL.replace("kappa: 0.2", "fixed: [0.7, 0.15, 0.25]");
    assertThat(runStage(off)).isEqualTo(ExitCode.BAD_EXPERIMENT.code());
    String free = SMALL.replace("multiply_adds: 1, parameters: 1", "multiply_adds: 0");
    assertThat(runStage(free)).isEqualTo(ExitCode.BAD_EXPERIMENT.code());
    String point = SMALL.replace("[0.15, 0.15, 0.7]", "[0.5, 0.5]");
    assertThat(runStage(point)).isEqualTo(ExitCode.BAD_EXPERIMENT.code());
    assertThat(tracker.find(experiment, Map.of("simplexity.stage", "family"))).isEmpty();
  }

  private RunSummary own() {
    return tracker.find(experiment, Map.of("simplexity.stage", "family")).get(0);
  }

  private Path download(RunSummary run, String artifact) {
    Path file = folder.resolve(artifact.replace('/', '-'));
    tracker.download(run.id(), artifact, file);
    return file;
  }

  private JsonNode table(RunSummary run, String artifact) throws IOException {
    return new ObjectMapper().readTree(download(run, artifact).toFile());
  }

  private int runStage(String settings) throws IOException {
    Path file = folder.resolve("experiment.yaml");
    Files.writeString(file, "name: " + experiment + "\nstages: [data-prep, family]\n" + settings);
    String[] arguments = {
      "--experiment", file.toString(),
      "--tracking-uri", server.uri().toString(),
      "--work", folder.resolve("work").toString(),
      "--upstream", "data-prep=" + images
    };
    return StageProgram.run(arguments, "family", new FamilyModule());
  }
}
