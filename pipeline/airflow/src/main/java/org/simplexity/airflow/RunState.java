package org.simplexity.airflow;

import java.util.Arrays;
import java.util.Locale;

/** State of a DAG run. */
public enum RunState {
  /** Waits for the scheduler. */
  QUEUED,
  /** Has tasks that are not done. */
  RUNNING,
  /** Every last task succeeded or was skipped. */
  SUCCESS,
  /** A last task failed, or somebody marked the run as failed. */
  FAILED;

  /** Whether nothing more happens by itself. */
  public boolean ended() {
    return this == SUCCESS || this == FAILED;
  }

  /** Airflow's word. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state of Airflow's word; one that is not known is not an end. */
  static RunState of(String word) {
    return Arrays.stream(values())
        .filter(s -> s.toString().equals(word))
        .findFirst()
        .orElse(RUNNING);
  }
}
