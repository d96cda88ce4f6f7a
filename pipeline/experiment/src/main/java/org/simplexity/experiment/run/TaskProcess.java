package org.simplexity.experiment.run;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.simplexity.experiment.graph.PlannedTask;
import org.simplexity.experiment.graph.Task;
import org.simplexity.experiment.stage.ExitCode;
import org.simplexity.experiment.stage.RunnerWatch;
import org.simplexity.experiment.stage.TaskRun;
import org.simplexity.tracking.RunStatus;
import org.simplexity.tracking.TrackedRun;
import org.simplexity.tracking.Tracker;

/** Runs tasks as processes: one run a try, retries after failures of the infrastructure. */
final class TaskProcess {
  private final Surroundings around;
  private final StageCommand command;
  private final Children children;

  /**
   * What the tasks of an experiment share.
   *
   * @param experiment name of the experiment
   * @param parent id of its run
   */
  record Surroundings(
      RunnerSettings settings,
      Tracker tracker,
      Console console,
      String experiment,
      String parent) {}

  TaskProcess(Surroundings around, StageCommand command, Children children) {
    this.around = around;
    this.command = command;
    this.children = children;
  }

  /**
   * Runs a task to its end.
   *
   * @param task task
   * @param upstream id of the run of each upstream task
   */
  Outcome run(PlannedTask task, Map<String, Task> upstream)
      throws IOException, InterruptedException {
    around.console().started(task.id());
    TaskLog log = TaskLog.of(around.settings().folder(around.experiment()), task.id());
    Outcome outcome = attempt(task, upstream, log, 1);
    Duration wait = around.settings().backoff();
    for (int retry = 1; retry <= RunnerSettings.RETRIES && worthRetry(outcome); retry++) {
      around
          .console()
          .tell(
              task.id()
                  + ": "
                  + outcome.code().meaning()
                  + "; again in "
                  + wait.toSeconds()
                  + " s");
      Thread.sleep(wait.toMillis());
      wait = wait.multipliedBy(2);
      outcome = attempt(task, upstream, log, retry + 1);
    }
    around.console().ended(outcome);
    if (outcome.status() == TaskStatus.FAILED) {
      around.console().tell(report(outcome, log));
    }
    return outcome;
  }

  private boolean worthRetry(Outcome outcome) {
    return outcome.status() == TaskStatus.FAILED
        && outcome.code() == ExitCode.INFRASTRUCTURE
        && !children.ending();
  }

  private Outcome attempt(PlannedTask task, Map<String, Task> upstream, TaskLog log, int number)
      throws IOException, InterruptedException {
    if (children.ending()) {
      return Outcome.without(task.id(), TaskStatus.KILLED, ExitCode.INTERRUPTED);
    }
    String runId = makeRun(task);
    log.header(number, runId);
    long start = System.nanoTime();
    Process process = start(task, runId, upstream, log);
    children.add(process, runId);
    StageOutput output =
        new StageOutput(
            process.getInputStream(), step -> around.console().progress(task.id(), step));
    int code = process.waitFor();
    children.remove(process);
    Optional<Map<String, Double>> headline = output.headline();
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    return ended(task, runId, code, headline, time);
  }

  private Outcome ended(
      PlannedTask task,
      String runId,
      int code,
      Optional<Map<String, Double>> headline,
      Duration time) {
    Optional<String> run = Optional.of(runId);
    if (code == 0 && headline.isPresent()) {
      return new Outcome(task.id(), TaskStatus.FINISHED, run, ExitCode.DONE, time, headline.get());
    }
    if (children.ending()) {
      return new Outcome(task.id(), TaskStatus.KILLED, run, ExitCode.INTERRUPTED, time, Map.of());
    }
    around.tracker().replay();
    if (!around.tracker().get(runId).status().ended()) {
      around.tracker().close(runId, RunStatus.FAILED);
    }
    ExitCode meaning = code == 0 ? ExitCode.DEFECT : ExitCode.of(code);
    return new Outcome(task.id(), TaskStatus.FAILED, run, meaning, time, Map.of());
  }

  private String makeRun(PlannedTask task) {
    String stage = task.task().stage().name();
    TaskRun request =
        new TaskRun(around.experiment(), stage, task.id(), task.cellKey(), task.code());
    try (TrackedRun run = request.start(around.tracker(), Optional.of(around.parent()), Map.of())) {
      return run.id();
    }
  }

  private Process start(PlannedTask task, String runId, Map<String, Task> upstream, TaskLog log)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command.of(task.task(), runId, upstream));
    builder.environment().put(RunnerWatch.VARIABLE, String.valueOf(ProcessHandle.current().pid()));
    builder.redirectError(ProcessBuilder.Redirect.appendTo(log.file().toFile()));
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  private static String report(Outcome outcome, TaskLog log) {
    return outcome.task()
        + " failed: "
        + outcome.code().meaning()
        + " (exit code "
        + outcome.code().code()
        + "), run "
        + outcome.runId().orElse("none")
        + "; the end of "
        + log.file()
        + ":\n"
        + log.tail();
  }
}
