package org.simplexity.airflow.trigger;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.simplexity.experiment.stage.Reuse;

/**
 * What is to be run.
 *
 * @param file experiment file
 * @param overrides values that replace those of the file, {@code key=value} each
 * @param runId name of the DAG run; empty for a new one
 * @param reuse which finished runs count; empty for the DAG's default
 */
public record TriggerRequest(
    Path file, List<String> overrides, Optional<String> runId, Optional<Reuse> reuse) {
  /** Copies the overrides. */
  public TriggerRequest {
    overrides = List.copyOf(overrides);
  }

  /** Name of the experiment's DAG: that of the file without its ending. */
  public String dagId() {
    return String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
  }
}
