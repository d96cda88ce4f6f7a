package org.simplexity.airflow.trigger;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.simplexity.airflow.Airflow;
import org.simplexity.airflow.AirflowException;
import org.simplexity.airflow.Dag;
import org.simplexity.airflow.DagRun;
import org.simplexity.airflow.ImportError;
import org.simplexity.experiment.file.ExperimentFile;

/** Starts experiments as DAG runs. */
public final class ExperimentTrigger {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Airflow airflow;
  private final Consumer<String> messages;
  private final Duration patience;

  /**
   * Starts experiments at one Airflow.
   *
   * @param airflow where
   * @param messages is told what takes time
   */
  public ExperimentTrigger(Airflow airflow, Consumer<String> messages) {
    this(airflow, messages, PATIENCE);
  }

  /** With another patience for DAGs that are not there yet. */
  ExperimentTrigger(Airflow airflow, Consumer<String> messages, Duration patience) {
    this.airflow = airflow;
    this.messages = messages;
    this.patience = patience;
  }

  /**
   * Checks an experiment as {@code ./simplexity run} does; asks no server.
   *
   * @param request what is to be run
   * @throws org.simplexity.experiment.file.InvalidExperimentException with every mistake
   */
  public static ExperimentFile check(TriggerRequest request) {
    return ExperimentFile.read(request.file(), request.overrides());
  }

  /**
   * Starts a run of an experiment, or finds the one of the same run id and values; its DAG is
   * unpaused, and waited for where Airflow has not read it yet.
   *
   * @param request what is to be run
   * @throws org.simplexity.experiment.file.InvalidExperimentException with every mistake
   * @throws AirflowException if there is no such DAG, its file is broken, or Airflow refuses
   * @throws InterruptedException if the thread is interrupted while the DAG is waited for
   */
  public DagRun start(TriggerRequest request) throws InterruptedException {
    ExperimentFile file = check(request);
    ExperimentFile plain = ExperimentFile.read(request.file(), List.of());
    Dag dag = dag(request);
    String runId = request.runId().orElseGet(() -> RunIds.fresh(Clock.systemUTC()));
    if (dag.paused()) {
      airflow.unpause(dag.id());
    }
    return airflow.trigger(
        dag.id(), runId, new ExperimentConf(file, plain).forDag(dag, request.reuse()));
  }

  private Dag dag(TriggerRequest request) throws InterruptedException {
    String dagId = request.dagId();
    Optional<Dag> dag = airflow.dag(dagId);
    if (dag.isPresent()) {
      return dag.get();
    }
    refuseBroken(request);
    messages.accept("Airflow has no DAG \"" + dagId + "\" yet: asking it to read its DAGs again");
    airflow.reparse();
    long end = System.nanoTime() + patience.toNanos();
    while (dag.isEmpty() && System.nanoTime() < end) {
      Thread.sleep(PAUSE.toMillis());
      refuseBroken(request);
      dag = airflow.dag(dagId);
    }
    return dag.isPresent() ? dag.get() : airflow.require(dagId);
  }

  /** The experiment's own file has mistakes over there; errors of other files do not matter. */
  private void refuseBroken(TriggerRequest request) {
    String name = String.valueOf(request.file().getFileName());
    Optional<ImportError> error =
        airflow.importErrors().stream().filter(one -> names(one, name)).findFirst();
    if (error.isPresent()) {
      throw new AirflowException(
          AirflowException.Kind.BROKEN_DAG,
          "DAG \""
              + request.dagId()
              + "\" has an import error in "
              + error.get().file()
              + ":\n"
              + error.get().reason());
    }
  }

  private static boolean names(ImportError error, String file) {
    return error
        .text()
        .lines()
        .anyMatch(line -> line.matches("(.*[\\s/:'\"(])?\\Q" + file + "\\E(\\W.*)?"));
  }
}
