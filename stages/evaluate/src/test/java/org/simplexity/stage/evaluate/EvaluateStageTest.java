package org.simplexity.stage.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.experiment.stage.ExitCode;
import org.simplexity.experiment.stage.StageProgram;
import org.simplexity.experiment.stage.UpstreamRun;
import org.simplexity.experiment.testing.RecordedRun;
import org.simplexity.tracking.MlflowTracker;
import org.simplexity.tracking.ModelVersion;
import org.simplexity.tracking.RunRequest;
import org.simplexity.tracking.RunStatus;
import org.simplexity.tracking.RunSummary;
import org.simplexity.tracking.TrackedRun;
import org.simplexity.tracking.Tracker;
import org.simplexity.tracking.TrackerSettings;
import org.simplexity.tracking.testing.MlflowServer;

/** The stage against the model registry of a real MLflow server. */
@ExtendWith(MlflowServer.class)
class EvaluateStageTest {
  @TempDir Path folder;
  private final MlflowServer server;
  private final String experiment = "evaluate " + UUID.randomUUID();
  private Tracker tracker;
  private int runs;

  /** What a run of the stage left: the run of its experiment and its own. */
  private record Done(String parent, RunSummary own) {
    double metric(String name) {
      return own.metrics().get(name);
    }
  }

  EvaluateStageTest(MlflowServer server) {
    this.server = server;
  }

  @BeforeEach
  void connect() {
    tracker =
        MlflowTracker.connect(
            server.uri(), TrackerSettings.defaults().withJournal(folder.resolve("journal")));
  }

  @AfterEach
  void disconnect() {
    tracker.close();
  }

  @Test
  void theFirstExperimentIsChampionWithTheModelOfItsBestRun() throws IOException {
    Done done = done(trainings("a").trained(8, 0, 0.90).trained(16, 0, 0.95));
    assertThat(done.own().metrics())
        .containsOnly(
            entry("champion/changed", 1.0),
            entry("champion/comparable", 1.0),
            entry("champion/test/accuracy", 0.95));
    ModelVersion champion = champion();
    assertThat(champion.runId()).isEqualTo(done.parent());
    assertThat(champion.source()).endsWith(done.parent() + "/artifacts/model");
    String winner = champion.tags().get("simplexity.winner");
    assertThat(tracker.get(winner).name()).isEqualTo("train train-16-0");
    assertThat(champion.tags())
        .containsEntry("simplexity.metric", "test/accuracy")
        .containsEntry("simplexity.metric_value", "0.95")
        .containsEntry("simplexity.data", "a")
        .containsEntry("simplexity.variant", "space.channels=16");
    Path model = folder.resolve("fetched.onnx");
    tracker.download(done.parent(), "model/network.onnx", model);
    assertThat(model).hasContent("train-16-0 network.onnx");
    assertThat(tracker.get(done.parent()).status()).isEqualTo(RunStatus.RUNNING);
  }

  @Test
  void theLeaderboardIsATableOfTheStagesOwnRun() throws IOException {
    Done done = done(trainings("a").trained(8, 0, 0.90).trained(16, 0, 0.95));
    Path table = folder.resolve("leaderboard.json");
    tracker.download(done.own().id(), "tables/leaderboard.json", table);
    assertThat(Files.readString(table)).contains("space.channels=16", "0.95", "best_run");
    assertThat(done.own().tags().get("mlflow.loggedArtifacts")).contains("leaderboard");
  }

  @Test
  void onlyAHigherAccuracyOnTheSameTestImagesTakesTheTitle() throws IOException {
    Done first = done(trainings("a").trained(8, 0, 0.90));
    Done draw = done(trainings("a").trained(8, 0, 0.90));
    assertThat(draw.own().metrics())
        .containsOnly(
            entry("champion/changed", 0.0),
            entry("champion/comparable", 1.0),
            entry("champion/test/accuracy", 0.90));
    assertThat(champion().runId()).isEqualTo(first.parent());
    assertThat(tracker.artifacts(draw.parent(), "model")).isEmpty();

    Done elsewhere = done(trainings("b").trained(8, 0, 0.99));
    assertThat(elsewhere.metric("champion/changed")).isZero();
    assertThat(elsewhere.metric("champion/comparable")).isZero();
    assertThat(elsewhere.own().tags().get("simplexity.champion"))
        .contains(first.parent(), "other test images");
    assertThat(champion().runId()).isEqualTo(first.parent());

    Done better = done(trainings("a").trained(8, 0, 0.91));
    assertThat(better.metric("champion/changed")).isEqualTo(1);
    assertThat(champion().runId()).isEqualTo(better.parent());
    assertThat(tracker.models().versions(experiment)).hasSize(2);
  }

  @Test
  void theStageMayRunAgainWithoutASecondVersion() throws IOException {
    Trainings trainings = trainings("a").trained(8, 0, 0.90);
    Done first = done(trainings);
    Done again = done(trainings, first.parent());
    assertThat(again.metric("champion/changed")).isEqualTo(1);
    assertThat(tracker.models().versions(experiment))
        .singleElement()
        .extracting(ModelVersion::aliases)
        .isEqualTo(List.of("champion"));
  }

  @Test
  void withoutARunOfTheExperimentTheVersionStandsForTheStagesOwn() throws IOException {
    assertThat(run(trainings("a").trained(8, 0, 0.90), null)).isZero();
    RunSummary own = tracker.find(experiment, Map.of("simplexity.stage", "evaluate")).get(0);
    assertThat(own.status()).isEqualTo(RunStatus.FINISHED);
    assertThat(champion().runId()).isEqualTo(own.id());
  }

  @Test
  void anExperimentThatTestedNothingChangesNothing() throws IOException {
    Done done = done(trainings("a"));
    assertThat(done.own().metrics()).containsOnly(entry("champion/changed", 0.0));
    assertThat(tracker.models().versions(experiment)).isEmpty();
  }

  @Test
  void aServerWithoutRegistryIsAFailureOfTheInfrastructureThatSaysSo() throws IOException {
    try (WithoutRegistry proxy = new WithoutRegistry(server.uri())) {
      Trainings trainings = trainings("a").trained(8, 0, 0.90);
      assertThat(run(trainings, null, proxy.uri())).isEqualTo(ExitCode.INFRASTRUCTURE.code());
    }
    RunSummary own = tracker.find(experiment, Map.of("simplexity.stage", "evaluate")).get(0);
    assertThat(own.status()).isEqualTo(RunStatus.FAILED);
    assertThat(own.tags().get("simplexity.failure_message"))
        .contains(experiment, "takes an MLflow server with a model registry");
  }

  private Trainings trainings(String testImages) {
    return new Trainings(folder.resolve("runs-" + runs++)).data(0, testImages);
  }

  private ModelVersion champion() {
    return tracker.models().find(experiment, "champion").orElseThrow();
  }

  private Done done(Trainings trainings) throws IOException {
    TrackedRun parent = tracker.start(new RunRequest(experiment, experiment, null, Map.of()));
    parent.flush();
    parent.close();
    return done(trainings, parent.id());
  }

  private Done done(Trainings trainings, String parent) throws IOException {
    assertThat(run(trainings, parent)).isZero();
    RunSummary own =
        tracker.find(experiment, Map.of("simplexity.stage", "evaluate")).stream()
            .filter(run -> parent.equals(run.parent()))
            .findFirst()
            .orElseThrow();
    return new Done(parent, own);
  }

  private int run(Trainings trainings, @Nullable String parent) throws IOException {
    return run(trainings, parent, server.uri());
  }

  private int run(Trainings trainings, @Nullable String parent, URI tracking) throws IOException {
    Path file = folder.resolve("experiment.yaml");
    Files.writeString(file, "name: " + experiment + "\n");
    List<String> arguments = new ArrayList<>(List.of("--experiment", file.toString()));
    arguments.addAll(List.of("--tracking-uri", tracking.toString()));
    arguments.addAll(List.of("--work", folder.resolve("work").toString()));
    if (parent != null) {
      arguments.addAll(List.of("--parent", parent));
    }
    for (UpstreamRun run : trainings.all()) {
      RunRequest request = new RunRequest(experiment, run.summary().name(), parent, Map.of());
      String id = ((RecordedRun) run).publish(tracker, request);
      arguments.addAll(List.of("--upstream", run.stage() + "=" + id));
    }
    return StageProgram.run(arguments.toArray(String[]::new), "evaluate", new EvaluateModule());
  }
}
