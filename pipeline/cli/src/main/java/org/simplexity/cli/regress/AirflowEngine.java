package org.simplexity.cli.regress;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.simplexity.airflow.Airflow;
import org.simplexity.airflow.AirflowException;
import org.simplexity.airflow.Dag;
import org.simplexity.airflow.DagRun;
import org.simplexity.airflow.RunState;
import org.simplexity.experiment.file.ExperimentFile;
import org.simplexity.experiment.file.Nearest;
import org.simplexity.experiment.run.Console;
import org.simplexity.experiment.run.LocalRunner;
import org.simplexity.experiment.stage.ExitCode;
import org.simplexity.experiment.stage.RunTags;
import org.simplexity.regression.runs.ExperimentResults;
import org.simplexity.regression.runs.FailedTask;
import org.simplexity.regression.runs.ResultsReader;
import org.simplexity.tracking.RunSummary;
import org.simplexity.tracking.Tracker;
import org.simplexity.tracking.TrackingException;

/**
 * As a run of the DAG of the experiment's file, whose parameters take every key in which the file
 * here, with its overrides, differs from the one there.
 *
 * @param airflow Airflow
 * @param request name of the DAG's file without {@code .yaml}, name of the run, and whether
 *     finished tasks run again
 * @param tracker tracker to which the DAG's tasks log too
 * @param console where to tell
 */
record AirflowEngine(Airflow airflow, Request request, Tracker tracker, Console console)
    implements Engine {
  private static final String DAG_ID = "simplexity.airflow.dag_id";
  private static final String RUN_ID = "simplexity.airflow.run_id";

  /**
   * What is triggered.
   *
   * @param dagId name of the DAG
   * @param runId name of the run
   * @param fresh whether finished tasks run again
   */
  record Request(String dagId, String runId, boolean fresh) {}

  @Override
  public LocalRunner.Ended run(ExperimentFile file) throws IOException, InterruptedException {
    try {
      Dag dag = airflow.dag(request.dagId()).orElseThrow(this::unknown);
      airflow.unpause(dag.id());
      DagRun run =
          airflow.trigger(dag.id(), request.runId(), TriggerValues.of(file, dag, request.fresh()));
      console.tell("Airflow: " + airflow.page(run));
      DagRun ended = airflow.awaitEnd(dag.id(), run.runId(), new StateTold(console)::tell);
      return ended(file.experiment().name(), ended);
    } catch (AirflowException e) {
      throw translated(e);
    }
  }

  /** The same failure with the exit code of a command: 3 if time may mend it, else 2. */
  static RuntimeException translated(AirflowException failure) {
    String message = String.valueOf(failure.getMessage());
    return failure.mayPass()
        ? new TrackingException(message, failure)
        : new IllegalArgumentException(message, failure);
  }

  private IllegalArgumentException unknown() {
    List<String> known = airflow.dagIds();
    return new IllegalArgumentException(
        "Airflow at "
            + airflow.uri()
            + " has no DAG \""
            + request.dagId()
            + "\""
            + Nearest.question(request.dagId(), known)
            + "; a DAG is named as its file in experiments/ without .yaml; there is "
            + (known.isEmpty() ? "none" : String.join(", ", known)));
  }

  private LocalRunner.Ended ended(String experiment, DagRun run) throws IOException {
    Map<String, String> tags =
        Map.of(RunTags.STAGE, "experiment", DAG_ID, run.dagId(), RUN_ID, run.runId());
    List<RunSummary> parents = tracker.find(experiment, tags);
    if (parents.isEmpty()) {
      throw new TrackingException(
          "DAG run "
              + run.runId()
              + " ended in "
              + run.state()
              + " and left no run of experiment \""
              + experiment
              + "\" in the tracker; look at "
              + airflow.page(run)
              + ", and whether its tasks log to the same tracking server",
          null);
    }
    String parent = parents.get(0).id();
    ExitCode code = run.state() == RunState.SUCCESS ? ExitCode.DONE : worst(parent);
    return new LocalRunner.Ended(code, parent);
  }

  /** What the failed tasks say; a run that failed without one failed by its infrastructure. */
  private ExitCode worst(String parent) throws IOException {
    ExperimentResults results = new ResultsReader(tracker).read(parent);
    ExitCode worst = ExitCode.worst(results.failures().stream().map(AirflowEngine::code).toList());
    return worst == ExitCode.DONE ? ExitCode.INFRASTRUCTURE : worst;
  }

  private static ExitCode code(FailedTask failed) {
    return Arrays.stream(ExitCode.values())
        .filter(code -> code.meaning().equals(failed.reason()))
        .findFirst()
        .orElse(ExitCode.INFRASTRUCTURE);
  }
}
