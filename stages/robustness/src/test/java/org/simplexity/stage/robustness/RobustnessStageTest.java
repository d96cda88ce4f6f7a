package org.simplexity.stage.robustness;

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
import org.simplexity.experiment.stage.ExitCode;
import org.simplexity.experiment.stage.StageProgram;
import org.simplexity.tracking.MlflowTracker;
import org.simplexity.tracking.RunRequest;
import org.simplexity.tracking.RunStatus;
import org.simplexity.tracking.RunSummary;
import org.simplexity.tracking.TrackedRun;
import org.simplexity.tracking.Tracker;
import org.simplexity.tracking.TrackerSettings;
import org.simplexity.tracking.testing.MlflowServer;

/** The stage against a real MLflow server, on a network that was trained on digits. */
@ExtendWith(MlflowServer.class)
class RobustnessStageTest {
  private static final String FEW =
      """
      robustness:
        weight_noise: [0.1, 0.5]
        input_noise: []
        fast_gradient_sign: [0.1]
        edge_removal: [0.5, 1]
        corruptions: [contrast, fog]
        severities: [5]
        draws: 2
        images: 100
      """;

  @TempDir Path folder;
  private final MlflowServer server;
  private final String experiment = "robustness " + UUID.randomUUID();
  private Tracker tracker;
  private Digits digits;

  RobustnessStageTest(MlflowServer server) {
    this.server = server;
  }

  @BeforeEach
  void connect() throws IOException {
    tracker =
        MlflowTracker.connect(
            server.uri(), TrackerSettings.defaults().withJournal(folder.resolve("journal")));
    digits = Digits.trained(folder.resolve("digits"));
  }

  @AfterEach
  void disconnect() {
    tracker.close();
  }

  @Test
  void aTrainedNetworkIsMeasuredAndLoggedAsTablePictureAndAreas() throws IOException {
    assertThat(runStage(FEW, true)).isZero();
    RunSummary run = own();
    assertThat(run.status()).isEqualTo(RunStatus.FINISHED);
    assertThat(run.metrics())
        .containsOnlyKeys(
            "robustness/undisturbed",
            "robustness/weight_noise/area",
            "robustness/fast_gradient_sign/area",
            "robustness/edge_removal/area",
            "robustness/contrast/area",
            "robustness/fog/area",
            "robustness/corruptions/area");
    assertThat(run.metrics().get("robustness/undisturbed"))
        .isEqualTo(digits.accuracyOnEvenlySpread(100));
    assertThat(run.metrics().get("robustness/fast_gradient_sign/area"))
        .as("an attack on a network that learnt something")
        .isLessThan(run.metrics().get("robustness/undisturbed"));
    double corruptions =
        (run.metrics().get("robustness/contrast/area") + run.metrics().get("robustness/fog/area"))
            / 2;
    assertThat(run.metrics().get("robustness/corruptions/area"))
        .isCloseTo(corruptions, within(1e-12));
    assertThat(tracker.artifacts(run.id(), ""))
        .extracting(entry -> entry.path())
        .contains("robustness.png", "tables");
    // level 0 once a disturbance; weights and edges two levels, fog one, twice each; two others
    assertThat(rows(run)).hasSize(5 + 2 * (2 + 2 + 1) + 2);
  }

  @Test
  void aNetworkFromAFileHasTheSameAccuraciesButNoEdges() throws IOException {
    assertThat(runStage(FEW, true)).isZero();
    RunSummary trained = own();
    Path zip = digits.zip(folder.resolve("mine.zip"));
    assertThat(runStage(FEW + "  network: '" + zip + "'\n", false)).isZero();
    RunSummary given = own();
    assertThat(given.id()).isNotEqualTo(trained.id());
    assertThat(given.metrics()).doesNotContainKey("robustness/edge_removal/area");
    for (String metric :
        List.of("undisturbed", "contrast/area", "fog/area", "fast_gradient_sign/area")) {
      String name = "robustness/" + metric;
      assertThat(given.metrics().get(name))
          .as(name)
          .isCloseTo(trained.metrics().get(name), within(0.011)); // one image of a hundred
    }
  }

  @Test
  void aNetworkOfOtherClassesOrNoNetworkIsABadExperimentAndLeavesNothing() throws IOException {
    Path other = Digits.zipOfThreeClasses(folder.resolve("three.zip"));
    assertThat(runStage(FEW + "  network: '" + other + "'\n", false))
        .isEqualTo(ExitCode.BAD_EXPERIMENT.code());
    RunSummary run = own();
    assertThat(run.status()).isEqualTo(RunStatus.FAILED);
    assertThat(run.tags().get("simplexity.failure_message"))
        .contains("three.zip tells 3 classes apart, digits has 10");
    assertThat(run.metrics()).isEmpty();
    assertThat(runStage(FEW + "  network: /nowhere.zip\n", false))
        .isEqualTo(ExitCode.BAD_EXPERIMENT.code());
  }

  private RunSummary own() {
    return tracker.find(experiment, Map.of("simplexity.stage", "robustness")).get(0);
  }

  private List<JsonNode> rows(RunSummary run) throws IOException {
    Path table = folder.resolve("table.json");
    tracker.download(run.id(), "tables/robustness.json", table);
    List<JsonNode> rows = new ArrayList<>();
    new ObjectMapper().readTree(table.toFile()).path("data").forEach(rows::add);
    return rows;
  }

  private int runStage(String settings, boolean trained) throws IOException {
    String stages =
        trained
            ? "stages: [data-prep, search, discretise, train, robustness]\n"
            : "stages: [data-prep, robustness]\n";
    Path file = folder.resolve("experiment.yaml");
    Files.writeString(file, "name: " + experiment + "\n" + stages + Digits.SPACE + settings);
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--experiment", file.toString()));
    arguments.addAll(List.of("--tracking-uri", server.uri().toString()));
    arguments.addAll(List.of("--work", folder.resolve("work").toString()));
    arguments.addAll(List.of("--upstream", "data-prep=" + publish("data-prep", digits.data())));
    if (trained) {
      arguments.addAll(List.of("--upstream", "train=" + publish("train", digits.training())));
    }
    return StageProgram.run(arguments.toArray(String[]::new), "robustness", new RobustnessModule());
  }

  private String publish(String name, Map<String, Path> files) {
    TrackedRun run = tracker.start(new RunRequest(experiment, name, null, Map.of()));
    files.forEach(run::artifact);
    run.finish(RunStatus.FINISHED);
    run.close();
    return run.id();
  }
}
