package org.simplexity.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.distribution.Pipeline.Ended;
import org.simplexity.distribution.Pipeline.Running;
import org.simplexity.tracking.RunStatus;
import org.simplexity.tracking.RunSummary;
import org.simplexity.tracking.Tracker;
import org.simplexity.tracking.testing.MlflowServer;

/** An experiment triggered at a real Airflow against the same experiment run here. */
@ExtendWith(MlflowServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class TriggeredTest {
  private static final String DAG = "simplexity.airflow.";

  private MlflowServer server;
  private Pipeline pipeline;
  private LocalAirflow airflow;
  private Tracker tracker;
  private Path folder;
  private Tracked here;

  @BeforeAll
  void start(MlflowServer running, @TempDir Path temporary) throws Exception {
    folder = temporary;
    server = running;
    Path experiments = Files.createDirectories(folder.resolve("experiments"));
    pipeline = new Pipeline(folder, running.uri());
    Files.copy(Path.of(pipeline.experiment()), experiments.resolve("small.yaml"));
    airflow = new LocalAirflow(folder, running.uri(), experiments);
    airflow.up();
    Ended run = pipeline.run("--fresh");
    assertThat(run.code()).as(run.said()).isZero();
    tracker = pipeline.tracker();
    here = new Tracked(tracker, run.parent());
  }

  @AfterAll
  void end() throws Exception {
    if (tracker != null) {
      tracker.close();
    }
    if (airflow != null) {
      airflow.close();
    }
  }

  @Test
  void aTriggeredExperimentLogsTheSameRunsAsOneRunHere() throws Exception {
    Ended ended = trigger("--watch").end();
    assertThat(ended.code()).as(ended.said()).isZero();
    assertThat(ended.said()).contains("search", "train[start=scratch]", airflow.uri().toString());
    Tracked there = new Tracked(tracker, ended.parent());
    assertThat(there.parent().status()).isEqualTo(RunStatus.FINISHED);
    assertThat(there.parent().parameters()).isEqualTo(here.parent().parameters());
    Map<String, RunSummary> runs = there.finished();
    assertThat(runs.keySet()).isEqualTo(here.finished().keySet());
    here.finished()
        .forEach(
            (task, run) -> {
              RunSummary other = runs.get(task);
              assertThat(other.parameters()).as(task).isEqualTo(run.parameters());
              assertThat(other.tags())
                  .containsEntry(DAG + "dag_id", "small")
                  .containsEntry(DAG + "try_number", "1")
                  .containsKeys(DAG + "run_id", DAG + "task_id", DAG + "map_index");
            });
    assertThat(comparable(there)).isEqualTo(comparable(here));
  }

  @Test
  void aSweepIsMappedAndOnlyFailuresOfTheInfrastructureAreRetried() throws Exception {
    String sweep = "sweep={seed: [0, 1], train.optimiser.learning_rate: [0.05, 1.0e+30]}";
    Running running = trigger("--watch", "--set", sweep, "--set", "train.start=[scratch]");
    running.await(() -> running.soFar().namesRun());
    Tracked there = new Tracked(tracker, running.soFar().parent());
    String once = "train[seed=1,optimiser.learning_rate=0.05,start=scratch]";
    Path blocked = airflow.work().resolve("checkpoints").resolve(cellKey(there, once));
    Files.createDirectories(blocked.getParent());
    Files.createFile(blocked); // where a folder is to be made: an IOException in the stage, code 3
    running.await(() -> tries(there).getOrDefault(once, List.of()).contains(RunStatus.FAILED));
    Files.delete(blocked);
    Ended ended = running.end();
    assertThat(ended.code()).as(ended.said()).isEqualTo(4); // the worst of all: diverged
    Map<String, List<RunStatus>> tries = tries(there);
    assertThat(tries.keySet()).filteredOn(task -> task.startsWith("train[")).hasSize(4);
    tries.forEach(
        (task, statuses) -> {
          if (task.equals(once)) {
            assertThat(statuses).containsExactlyInAnyOrder(RunStatus.FAILED, RunStatus.FINISHED);
          } else if (task.contains("1.0E30")) {
            assertThat(statuses).as(task).containsExactly(RunStatus.FAILED);
          } else {
            assertThat(statuses).as(task).containsExactly(RunStatus.FINISHED);
          }
        });
    assertThat(there.parent().status()).isEqualTo(RunStatus.FAILED);
  }

  @Test
  void aRunOutlivesItsSchedulerItsServerAndTheTracker() throws Exception {
    Running running = trigger("--watch");
    running.await(() -> running.soFar().namesRun());
    Tracked there = new Tracked(tracker, running.soFar().parent());
    running.await(() -> tries(there).containsKey("search"));
    airflow.kill("scheduler");
    airflow.up();
    running.await(() -> tries(there).containsKey("discretise"));
    airflow.kill("api-server");
    airflow.up();
    running.await(() -> tries(there).containsKey("train[start=scratch]"));
    server.stop();
    Thread.sleep(3000);
    server.start();
    Ended ended = running.end();
    assertThat(ended.code()).as(ended.said()).isZero();
    assertThat(there.parent().status()).isEqualTo(RunStatus.FINISHED);
    assertThat(comparable(there)).as("no metric lost or doubled").isEqualTo(comparable(here));
    assertThat(there.children()).noneMatch(run -> run.status() == RunStatus.RUNNING);
  }

  @Test
  void aRegressionExperimentRunsThereAndIsComparedHere() throws Exception {
    Ended first = regress("--promote").end();
    assertThat(first.code()).as(first.said()).isZero();
    assertThat(first.said()).contains("Nothing was compared");
    Ended second = regress().end();
    assertThat(second.code()).as(second.said()).isZero();
    assertThat(second.said()).contains("no worse");
  }

  private Running regress(String... more) throws Exception {
    List<String> words = new ArrayList<>(List.of("regress", pipeline.experiment()));
    words.addAll(List.of("--airflow", airflow.uri().toString(), "--baseline", "there"));
    words.addAll(List.of("--seeds", "0", "--set", "train.start=[scratch]"));
    words.addAll(List.of("--tracking-uri", server.uri().toString()));
    words.addAll(List.of("--work", pipeline.work().toString()));
    words.addAll(List.of(more));
    return pipeline.java("cli.jar", words, airflow.client());
  }

  /** The curves of all finished tasks but the one that depends on what was there before. */
  private static Map<String, Map<String, List<String>>> comparable(Tracked tracked) {
    Map<String, Map<String, List<String>>> curves = tracked.curves();
    curves.remove("evaluate");
    return curves;
  }

  /** How the runs of every task ended so far. */
  private static Map<String, List<RunStatus>> tries(Tracked tracked) {
    return tracked.children().stream()
        .collect(
            Collectors.groupingBy(
                RunSummary::name, Collectors.mapping(RunSummary::status, Collectors.toList())));
  }

  private String cellKey(Tracked tracked, String task) throws Exception {
    Path plan = folder.resolve(tracked.parent().id() + ".json");
    tracker.download(tracked.parent().id(), "provenance/plan.json", plan);
    for (JsonNode each : new ObjectMapper().readTree(plan.toFile()).path("tasks")) {
      if (each.path("id").asText().equals(task)) {
        return each.path("cell_key").asText();
      }
    }
    throw new AssertionError("no task " + task + " in " + Files.readString(plan));
  }

  private Running trigger(String... more) throws Exception {
    List<String> words = new ArrayList<>(List.of("trigger", pipeline.experiment()));
    words.addAll(List.of("--airflow", airflow.uri().toString()));
    words.addAll(List.of(more));
    return pipeline.java("cli.jar", words, airflow.client());
  }
}
