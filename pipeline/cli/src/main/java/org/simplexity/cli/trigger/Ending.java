package org.simplexity.cli.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.simplexity.airflow.DagRun;
import org.simplexity.airflow.LogLine;
import org.simplexity.airflow.TaskInstance;

/**
 * How a DAG run ended.
 *
 * @param run the run
 * @param page its page in Airflow
 * @param exitCode what the command ends with
 * @param tasks every task
 * @param failures the tasks that failed by themselves, with the end of their logs
 * @param outcome what the experiment's last task says of the whole; empty if it did not come to it
 */
record Ending(
    DagRun run,
    URI page,
    int exitCode,
    List<TaskInstance> tasks,
    List<Failure> failures,
    Optional<JsonNode> outcome) {
  /**
   * A task that failed.
   *
   * @param task the task
   * @param log last lines of its last try
   */
  record Failure(TaskInstance task, List<LogLine> log) {}
}
