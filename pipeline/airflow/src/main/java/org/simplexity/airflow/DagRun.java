package org.simplexity.airflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One run of a DAG, as it was when Airflow was asked.
 *
 * @param dagId name of the DAG
 * @param runId name of the run
 * @param state what it does
 * @param conf values that it was triggered with, which replace those of the DAG's parameters
 * @param queued when it was asked for
 * @param start when its first task could start; empty before
 * @param end when it ended; empty before
 */
public record DagRun(
    String dagId,
    String runId,
    RunState state,
    Map<String, JsonNode> conf,
    Optional<Instant> queued,
    Optional<Instant> start,
    Optional<Instant> end) {
  /** Copies the values. */
  public DagRun {
    conf = Map.copyOf(conf);
  }

  /** Time since it was asked for, until its end or now. */
  public Duration time() {
    Instant until = end.orElseGet(Instant::now);
    return queued.or(() -> start).map(from -> Duration.between(from, until)).orElse(Duration.ZERO);
  }
}
