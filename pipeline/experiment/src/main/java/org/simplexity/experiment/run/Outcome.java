package org.simplexity.experiment.run;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.simplexity.experiment.stage.ExitCode;

/**
 * How one task ended.
 *
 * @param task id of the task
 * @param status what became of it
 * @param runId id of its last run; empty if it has none
 * @param code how its process ended
 * @param time time that its process took
 * @param headline headline metrics
 */
public record Outcome(
    String task,
    TaskStatus status,
    Optional<String> runId,
    ExitCode code,
    Duration time,
    Map<String, Double> headline) {
  static Outcome without(String task, TaskStatus status, ExitCode code) {
    return new Outcome(task, status, Optional.empty(), code, Duration.ZERO, Map.of());
  }
}
