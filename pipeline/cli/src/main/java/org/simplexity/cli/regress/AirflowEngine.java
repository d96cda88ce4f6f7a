package org.simplexity.cli.regress;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.simplexity.airflow.Airflow;
import org.simplexity.airflow.AirflowException;
import org.simplexity.airflow.DagRun;
import org.simplexity.airflow.RunState;
import org.simplexity.airflow.trigger.ExperimentTrigger;
import org.simplexity.airflow.trigger.TriggerRequest;
import org.simplexity.experiment.file.ExperimentFile;
import org.simplexity.experiment.run.Console;
import org.simplexity.experiment.run.LocalRunner;
import org.simplexity.experiment.stage.ExitCode;
import org.simplexity.experiment.stage.Reuse;
import org.simplexity.experiment.stage.RunTags;
import org.simplexity.regression.runs.ExperimentResults;
import org.simplexity.regression.runs.FailedTask;
import org.simplexity.regression.runs.ResultsReader;
import org.simplexity.tracking.RunSummary;
import org.simplexity.tracking.Tracker;
import org.simplexity.tracking.TrackingException;

/**
 * As a run of the experiment's DAG, triggered as {@code ./simplexity trigger} does it.
 *
 * @param airflow Airflow
 * @param experiment the experiment's file, after which its DAG is named
 * @param reuse which finished runs stand for tasks
 * @param tracker tracker to which the DAG's tasks log too
 * @param console where to tell
 */
record AirflowEngine(
    Airflow airflow, Path experiment, Reuse reuse, Tracker tracker, Console console)
    implements Engine {
  private static final String DAG_ID = "simplexity.airflow.dag_id";
  private static final String RUN_ID = "simplexity.airflow.run_id";

  @Override
  public LocalRunner.Ended run(ExperimentFile file) throws IOException, InterruptedException {
    TriggerRequest request =
        new TriggerRequest(experiment, file.overrides(), Optional.empty(), Optional.of(reuse));
    try {
      DagRun run = new ExperimentTrigger(airflow, console::tell).start(request);
      console.tell("Airflow: " + airflow.page(run));
      DagRun ended = airflow.awaitEnd(run.dagId(), run.runId(), new StateTold(console)::tell);
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
    return ExitCode.meaning(failed.reason()).orElse(ExitCode.INFRASTRUCTURE);
  }
}
