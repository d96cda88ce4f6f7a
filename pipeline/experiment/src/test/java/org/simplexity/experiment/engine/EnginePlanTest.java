package org.simplexity.experiment.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.experiment.file.ExperimentFile;
import org.simplexity.experiment.graph.StageDescription;
import org.simplexity.experiment.graph.Stages;
import org.simplexity.experiment.run.Distribution;
import org.simplexity.experiment.run.Outcome;
import org.simplexity.experiment.run.TaskStatus;
import org.simplexity.experiment.stage.Connection;
import org.simplexity.experiment.stage.ExitCode;
import org.simplexity.experiment.stage.Reuse;
import org.simplexity.experiment.stage.RunTags;
import org.simplexity.tracking.RunStatus;
import org.simplexity.tracking.RunSummary;
import org.simplexity.tracking.Tracker;
import org.simplexity.tracking.testing.MlflowServer;

@ExtendWith(MlflowServer.class)
class EnginePlanTest {
  /** As few processes as there are kinds of tasks: images, work on them, the whole. */
  private static final String SHORT = "stages: [data-prep, search, report]";

  @TempDir Path folder;
  private MlflowServer server;
  private StageProcesses engine;

  @BeforeEach
  void distribute(MlflowServer running) throws IOException {
    server = running;
    engine = new StageProcesses(folder, server.uri());
    Distribution.in(
        folder.resolve("dist"),
        Stages.ALL.stream().map(StageDescription::name).toArray(String[]::new));
  }

  @Test
  void aPlanRunAsItSaysIsOneFinishedRunWithItsTasksBelowIt() throws Exception {
    ObjectNode plan =
        plan("engine-whole", "", Reuse.PARENT, "sweep: {seed: [1, 2]}", "engine-whole/1");
    engine.run(plan);
    EngineOutcome outcome = conclude(plan);
    assertThat(outcome.worst()).isEqualTo(ExitCode.DONE);
    assertThat(outcome.tasks()).extracting(Outcome::status).containsOnly(TaskStatus.FINISHED);
    assertThat(outcome.json().path("metrics").isObject()).isTrue();
    RunSummary parent = get(plan.path("run_id").asText());
    assertThat(parent.status()).isEqualTo(RunStatus.FINISHED);
    assertThat(parent.tags()).containsEntry("engine.dag", "engine-whole");
    RunSummary search = get(engine.result("search", 1).path("run_id").asText());
    assertThat(search.parent()).isEqualTo(parent.id());
    assertThat(search.name()).isEqualTo("search[seed=2]");
    assertThat(search.tags()).containsEntry("engine.map_index", "1");
    assertThat(search.parameters()).containsEntry("seed", "2").containsEntry("search.epochs", "3");
  }

  @Test
  void theSameRequestFindsTheSameRunAndAnotherMakesAnother() throws Exception {
    ObjectNode first = plan("engine-asked", "", Reuse.PARENT, SHORT, "engine-asked/1");
    assertThat(plan("engine-asked", "", Reuse.PARENT, SHORT, "engine-asked/1")).isEqualTo(first);
    assertThat(plan("engine-asked", "", Reuse.PARENT, SHORT, "engine-asked/2").path("run_id"))
        .isNotEqualTo(first.path("run_id"));
  }

  @Test
  void tasksThatFinishedBelowTheSameParentAreNotRunAgain() throws Exception {
    ObjectNode plan = plan("engine-cleared", "", Reuse.PARENT, SHORT, "engine-cleared/1");
    engine.run(plan);
    var before = engine.result("search", 0);
    engine.run(plan);
    assertThat(engine.result("search", 0).path("run_id")).isEqualTo(before.path("run_id"));
    assertThat(engine.result("search", 0).path("reused").asBoolean()).isTrue();
    assertThat(engine.result("search", 0).path("metrics")).isEqualTo(before.path("metrics"));
  }

  @Test
  void anotherRunOfTheExperimentTakesFinishedTasksOnlyWhereAskedTo() throws Exception {
    ObjectNode first = plan("engine-taken", "", Reuse.PARENT, SHORT, "engine-taken/1");
    engine.run(first);
    var firstSearch = engine.result("search", 0).path("run_id").asText();
    engine.run(plan("engine-taken", "", Reuse.PARENT, SHORT, "engine-taken/2"));
    var secondSearch = engine.result("search", 0).path("run_id").asText();
    assertThat(secondSearch).isNotEqualTo(firstSearch);
    ObjectNode third = plan("engine-taken", "", Reuse.EXPERIMENT, SHORT, "engine-taken/3");
    engine.run(third);
    assertThat(engine.result("search", 0).path("run_id").asText()).isEqualTo(secondSearch);
    assertThat(get(engine.result("report", 0).path("run_id").asText()).parent())
        .as("what gathers writes to its own parent")
        .isEqualTo(third.path("run_id").asText());
    EngineOutcome outcome = conclude(third);
    assertThat(outcome.worst()).isEqualTo(ExitCode.DONE);
    assertThat(outcome.tasks())
        .filteredOn(task -> task.status() == TaskStatus.REUSED)
        .extracting(Outcome::task)
        .contains("search")
        .doesNotContain("report");
    assertThat(get(third.path("run_id").asText()).tags().get(RunTags.REUSED))
        .contains(secondSearch);
  }

  @Test
  void aFailedTaskFailsTheWholeAndThoseBelowItAreToldAsNotRun() throws Exception {
    ObjectNode plan =
        plan("engine-broken", "search:diverge", Reuse.PARENT, SHORT, "engine-broken/1");
    engine.run(plan);
    assertThat(engine.code("search", 0)).isEqualTo(4);
    EngineOutcome outcome = conclude(plan);
    assertThat(outcome.worst()).isEqualTo(ExitCode.DIVERGED);
    assertThat(outcome.tasks())
        .filteredOn(task -> task.task().equals("report"))
        .extracting(Outcome::status)
        .containsExactly(TaskStatus.NOT_RUN);
    assertThat(get(plan.path("run_id").asText()).status()).isEqualTo(RunStatus.FAILED);
    assertThat(outcome.json().path("exit_code").asInt()).isEqualTo(4);
  }

  @Test
  void aTaskThatWasKilledOutrightIsWorthARetryAndItsRunIsClosed() throws Exception {
    ObjectNode plan =
        plan("engine-killed", "search:die-once", Reuse.PARENT, SHORT, "engine-killed/1");
    engine.run(plan);
    assertThat(engine.code("search", 0)).isEqualTo(137);
    EngineOutcome outcome = conclude(plan);
    assertThat(outcome.worst()).isEqualTo(ExitCode.INFRASTRUCTURE);
    String died =
        outcome.tasks().stream()
            .filter(task -> task.task().equals("search"))
            .map(task -> task.runId().orElseThrow())
            .findFirst()
            .orElseThrow();
    assertThat(get(died).status()).isEqualTo(RunStatus.FAILED);
    engine.run(plan);
    assertThat(conclude(plan).worst()).isEqualTo(ExitCode.DONE);
    assertThat(get(plan.path("run_id").asText()).status()).isEqualTo(RunStatus.FINISHED);
  }

  @Test
  void ofTriesThatBothFinishedOnlyTheOneThatOthersBuiltOnStaysFinished() throws Exception {
    ObjectNode plan = plan("engine-twice", "", Reuse.NOTHING, SHORT, "engine-twice/1");
    engine.run(plan);
    String first = engine.result("search", 0).path("run_id").asText();
    engine.run(plan);
    String second = engine.result("search", 0).path("run_id").asText();
    assertThat(conclude(plan).worst()).isEqualTo(ExitCode.DONE);
    assertThat(get(first).status()).isEqualTo(RunStatus.KILLED);
    assertThat(get(second).status()).isEqualTo(RunStatus.FINISHED);
  }

  private ObjectNode plan(String name, String description, Reuse reuse, String more, String request)
      throws IOException {
    String text =
        """
        name: %s
        description: "%s"
        train: {start: [scratch]}
        runtime: {heap_mb: 128, checkpoint_seconds: 0}
        %s
        """
            .formatted(name, description, more);
    ExperimentFile file = ExperimentFile.parse("x.yaml", text, List.of("search.epochs=3"));
    try (Tracker tracker = tracker()) {
      return new EnginePlan(file, folder.resolve("dist/stages"), reuse)
          .open(tracker, Optional.of(request), Map.of("engine.dag", name));
    }
  }

  private EngineOutcome conclude(ObjectNode plan) throws IOException {
    try (Tracker tracker = tracker()) {
      return EngineOutcome.conclude(tracker, plan.path("run_id").asText(), folder);
    }
  }

  private RunSummary get(String run) {
    try (Tracker tracker = tracker()) {
      return tracker.get(run);
    }
  }

  private Tracker tracker() {
    return Connection.open(server.uri(), folder.resolve("work"));
  }
}
