package org.simplexity.experiment.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.simplexity.experiment.stage.ExitCode;
import org.simplexity.experiment.stage.RunTags;
import org.simplexity.tracking.MetricPoint;
import org.simplexity.tracking.RunStatus;
import org.simplexity.tracking.RunSummary;
import org.simplexity.tracking.Tracker;
import org.simplexity.tracking.testing.MlflowServer;

@ExtendWith(MlflowServer.class)
class LocalRunnerTest {
  @TempDir Path folder;
  private Workshop workshop;
  private MlflowServer server;

  @BeforeEach
  void makeWorkshop(MlflowServer running) throws IOException {
    server = running;
    workshop = new Workshop(folder, running.uri());
  }

  @Test
  void anExperimentRunsOnceIsTrackedWholeAndIsNotRunAgain() throws Exception {
    Path experiment = workshop.experiment("whole", "");
    assertThat(workshop.run(experiment)).isEqualTo(ExitCode.DONE);
    RunSummary parent = only(runs("whole", "experiment"));
    RunSummary search = only(runs("whole", "search"));
    assertThat(parent.status()).isEqualTo(RunStatus.FINISHED);
    assertThat(search.status()).isEqualTo(RunStatus.FINISHED);
    assertThat(search.parent()).isEqualTo(parent.id());
    assertThat(search.parameters())
        .containsEntry("search.epochs", "5")
        .containsEntry("search.weights.learning_rate", "0.025")
        .doesNotContainKey("train.epochs");
    assertThat(search.tags()).containsEntry(RunTags.TRY, "1").containsKey(RunTags.LIBRARIES);
    assertThat(history(search.id())).hasSize(5);
    assertThat(workshop.work().resolve("whole/report.html")).content().startsWith("<html>");
    assertThat(workshop.said()).contains("search: finished", "test/result", "/#/experiments/");

    assertThat(workshop.run(experiment)).isEqualTo(ExitCode.DONE);
    assertThat(workshop.said()).contains("Every task has finished before", "search", "reused");
    assertThat(runs("whole", "")).hasSize(4);
  }

  @Test
  void aKilledTaskResumesAndEndsAsAnUndisturbedOneToTheLastBit() throws Exception {
    assertThat(workshop.run(workshop.experiment("calm", ""))).isEqualTo(ExitCode.DONE);
    assertThat(workshop.run(workshop.experiment("killed", "search:die-once")))
        .isEqualTo(ExitCode.DONE);
    List<RunSummary> tries = runs("killed", "search");
    assertThat(tries)
        .extracting(RunSummary::status)
        .containsExactlyInAnyOrder(RunStatus.FINISHED, RunStatus.FAILED);
    RunSummary second =
        only(tries.stream().filter(run -> run.status() == RunStatus.FINISHED).toList());
    assertThat(second.tags()).containsEntry(RunTags.TRY, "2");
    assertThat(history(second.id()))
        .as("the whole curve, from epoch 1, though epochs 1 to 3 ran in the first try")
        .isEqualTo(history(only(runs("calm", "search")).id()))
        .hasSize(5);
    assertThat(second.tags().get(RunTags.HEADLINE))
        .isEqualTo(only(runs("calm", "search")).tags().get(RunTags.HEADLINE));
  }

  @Test
  void aFailedTaskIsReportedWithTheEndOfItsLogAndThoseBelowItDoNotRun() throws Exception {
    assertThat(workshop.run(workshop.experiment("mended", "search:diverge")))
        .isEqualTo(ExitCode.DIVERGED);
    assertThat(workshop.said())
        .contains("search failed: diverged (exit code 4)", "| search: diverged: loss is NaN")
        .contains("report: not run");
    RunSummary failed = only(runs("mended", "search"));
    assertThat(failed.status()).isEqualTo(RunStatus.FAILED);
    assertThat(failed.tags())
        .containsEntry(RunTags.FAILURE, "diverged")
        .containsEntry(RunTags.FAILURE_MESSAGE, "loss is NaN in epoch 3");
    RunSummary parent = only(runs("mended", "experiment"));
    assertThat(parent.status()).isEqualTo(RunStatus.FAILED);
  }

  @Test
  void aParentThatDidNotFinishIsGoneOnWithAndFinishedCellsAreUsed() throws Exception {
    Path broken = workshop.experiment("again", "report:bad-data");
    assertThat(workshop.run(broken)).isEqualTo(ExitCode.BAD_DATA);
    assertThat(workshop.run(broken)).isEqualTo(ExitCode.BAD_DATA);
    assertThat(workshop.said()).contains("search: reused", "data-prep: reused");
    assertThat(runs("again", "experiment")).hasSize(1);
    assertThat(runs("again", "search")).hasSize(1);
    assertThat(runs("again", "report")).hasSize(2);
  }

  @Test
  void aFullDiskIsTriedThreeTimesAndEndsAsFailureOfTheInfrastructure() throws Exception {
    assertThat(workshop.run(workshop.experiment("full", "data-prep:disk-full")))
        .isEqualTo(ExitCode.INFRASTRUCTURE);
    assertThat(runs("full", "data-prep"))
        .hasSize(3)
        .allSatisfy(run -> assertThat(run.status()).isEqualTo(RunStatus.FAILED));
    assertThat(workshop.said()).contains("No space left on device", "search: not run");
  }

  @Test
  void aSignalEndsTheProcessesOfAllTasksAndMarksTheirRunsAsKilled() throws Exception {
    Path experiment = workshop.experiment("stopped", "data-prep:sleep");
    Process runner = runner(experiment);
    Path mark = workshop.work().resolve("cache/marks/pid");
    for (int i = 0; i < 600 && !(Files.exists(mark) && Files.size(mark) > 0); i++) {
      Thread.sleep(100);
    }
    ProcessHandle child = ProcessHandle.of(Long.parseLong(Files.readString(mark))).orElseThrow();
    runner.destroy();
    assertThat(runner.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(child.isAlive()).isFalse();
    assertThat(runner.exitValue()).isEqualTo(143);
    assertThat(only(runs("stopped", "data-prep")).status()).isEqualTo(RunStatus.KILLED);
    assertThat(only(runs("stopped", "experiment")).status()).isEqualTo(RunStatus.KILLED);
  }

  @Test
  void aTaskWhoseRunnerWasKilledOutrightEndsItself() throws Exception {
    Process runner = runner(workshop.experiment("orphan", "data-prep:sleep"));
    Path mark = workshop.work().resolve("cache/marks/pid");
    for (int i = 0; i < 600 && !(Files.exists(mark) && Files.size(mark) > 0); i++) {
      Thread.sleep(100);
    }
    ProcessHandle child = ProcessHandle.of(Long.parseLong(Files.readString(mark))).orElseThrow();
    runner.destroyForcibly();
    child.onExit().get(30, TimeUnit.SECONDS);
    assertThat(only(runs("orphan", "data-prep")).status()).isEqualTo(RunStatus.KILLED);
  }

  private Process runner(Path experiment) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Workshop.class.getName(),
            folder.toString(),
            server.uri().toString(),
            experiment.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("runner.log").toFile())
        .start();
  }

  /** Runs of an experiment by stage; all for the empty stage. */
  private List<RunSummary> runs(String experiment, String stage) {
    try (Tracker tracker = workshop.tracker()) {
      Map<String, String> tags = stage.isEmpty() ? Map.of() : Map.of(RunTags.STAGE, stage);
      return tracker.find(experiment, tags);
    }
  }

  private List<Double> history(String runId) {
    try (Tracker tracker = workshop.tracker()) {
      return tracker.history(runId, "train/loss").stream().map(MetricPoint::value).toList();
    }
  }

  private static RunSummary only(List<RunSummary> runs) {
    assertThat(runs).hasSize(1);
    return runs.get(0);
  }
}
