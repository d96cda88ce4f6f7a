package org.simplexity.cli.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.simplexity.airflow.Airflow;
import org.simplexity.airflow.AirflowException;
import org.simplexity.airflow.DagRun;
import org.simplexity.airflow.LogLine;
import org.simplexity.airflow.RunState;
import org.simplexity.airflow.TaskInstance;
import org.simplexity.airflow.TaskState;
import org.simplexity.experiment.stage.ExitCode;

/** Shows one DAG run until it has ended. */
final class RunWatch {
  private static final String PLAN = "plan";
  private static final String CONCLUDE = "conclude";
  private static final int TAIL = 20;
  private static final int MOST_LOGS = 5;

  private final Airflow airflow;
  private final DagRun run;
  private final WatchView view;
  private final String again;
  private boolean tracked;

  /**
   * Prepares.
   *
   * @param airflow where
   * @param run the run
   * @param view what shows it
   * @param again command that watches the run again
   */
  RunWatch(Airflow airflow, DagRun run, WatchView view, String again) {
    this.airflow = airflow;
    this.run = run;
    this.view = view;
    this.again = again;
  }

  /** The exit code of the experiment, once the run has ended. */
  int toEnd() throws InterruptedException {
    Thread farewell = new Thread(this::leave, "farewell");
    Runtime.getRuntime().addShutdownHook(farewell);
    try {
      DagRun ended = airflow.awaitEnd(run.dagId(), run.runId(), state -> look());
      Ending ending = ending(ended);
      view.ended(ending);
      return ending.exitCode();
    } catch (AirflowException e) {
      leave();
      throw e;
    } finally {
      forget(farewell);
    }
  }

  private void leave() {
    view.tell("the run goes on in Airflow; watch it again with:\n  " + again);
  }

  private static void forget(Thread farewell) {
    try {
      Runtime.getRuntime().removeShutdownHook(farewell);
    } catch (IllegalStateException e) {
      // the process is being ended: the farewell is said
    }
  }

  private List<TaskInstance> look() {
    List<TaskInstance> tasks = airflow.tasks(run.dagId(), run.runId());
    if (!tracked && tasks.stream().anyMatch(RunWatch::hasPlanned)) {
      Optional<String> page = page();
      page.ifPresent(view::tracked);
      tracked = true;
    }
    view.tasks(tasks);
    return tasks;
  }

  private static boolean hasPlanned(TaskInstance task) {
    return task.taskId().equals(PLAN) && task.state() == TaskState.SUCCESS;
  }

  private Optional<String> page() {
    return xcom(PLAN, "page")
        .or(() -> xcom(PLAN, "return_value").map(result -> result.path("page")))
        .map(JsonNode::asText)
        .filter(page -> !page.isBlank());
  }

  private Ending ending(DagRun ended) {
    List<TaskInstance> tasks = look().stream().filter(t -> t.state() != TaskState.REMOVED).toList();
    Optional<JsonNode> outcome = xcom(CONCLUDE, "outcome");
    List<Ending.Failure> failures =
        failed(tasks).stream().map(task -> new Ending.Failure(task, tail(task))).toList();
    return new Ending(ended, airflow.page(ended), code(ended, outcome), tasks, failures, outcome);
  }

  /** What failed by itself; that the last task fails for it is no news. */
  private static List<TaskInstance> failed(List<TaskInstance> tasks) {
    List<TaskInstance> failed =
        tasks.stream().filter(task -> task.state() == TaskState.FAILED).toList();
    List<TaskInstance> others =
        failed.stream().filter(task -> !task.taskId().equals(CONCLUDE)).toList();
    List<TaskInstance> told = others.isEmpty() ? failed : others;
    return told.subList(0, Math.min(MOST_LOGS, told.size()));
  }

  private List<LogLine> tail(TaskInstance task) {
    List<LogLine> log = airflow.log(run.dagId(), run.runId(), task, task.tries());
    return log.subList(Math.max(0, log.size() - TAIL), log.size());
  }

  private static int code(DagRun ended, Optional<JsonNode> outcome) {
    if (ended.state() == RunState.SUCCESS) {
      return ExitCode.DONE.code();
    }
    int told = outcome.map(node -> node.path("exit_code").asInt()).orElse(0);
    return told == 0 ? ExitCode.INFRASTRUCTURE.code() : told;
  }

  private Optional<JsonNode> xcom(String taskId, String key) {
    return airflow.xcom(run.dagId(), run.runId(), taskId, -1, key);
  }
}
