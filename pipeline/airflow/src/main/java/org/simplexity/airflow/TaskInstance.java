package org.simplexity.airflow;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One task of a DAG run, as it was when Airflow was asked.
 *
 * @param taskId name of the task, with those of its groups before it
 * @param mapIndex place among its mapped siblings; −1 for a task that is not mapped
 * @param label what tells it from its mapped siblings, such as {@code seed=0}
 * @param state what it does
 * @param tries times that it was started
 * @param start when its last try started; empty before
 * @param end when its last try ended; empty before
 */
public record TaskInstance(
    String taskId,
    int mapIndex,
    Optional<String> label,
    TaskState state,
    int tries,
    Optional<Instant> start,
    Optional<Instant> end) {
  /**
   * A name for people: {@code search.train[seed=0]}, or with the index if it has no label. A label
   * that is a name of its own, such as {@code train[seed=0]} or {@code train}, stands alone.
   */
  public String name() {
    if (mapIndex < 0) {
      return taskId;
    }
    String inner = label.orElseGet(() -> Integer.toString(mapIndex));
    String own = taskId.substring(taskId.lastIndexOf('.') + 1);
    return inner.equals(own) || inner.startsWith(own + "[") ? inner : taskId + "[" + inner + "]";
  }

  /** Time of its last try, until its end or now; zero before it started. */
  public Duration time() {
    return start
        .map(from -> Duration.between(from, end.orElseGet(Instant::now)))
        .filter(time -> !time.isNegative())
        .orElse(Duration.ZERO);
  }
}
