package org.simplexity.airflow;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** State of one task of a DAG run. */
public enum TaskState {
  /** The scheduler has not come to it. */
  NONE,
  /** Its upstream tasks are done. */
  SCHEDULED,
  /** Waits for a place to run. */
  QUEUED,
  /** Runs. */
  RUNNING,
  /** Waits for something outside, without a process. */
  DEFERRED,
  /** Ended well. */
  SUCCESS,
  /** Ended badly, without a try left. */
  FAILED,
  /** Ended badly and is tried again soon. */
  UP_FOR_RETRY,
  /** A sensor that looks again soon. */
  UP_FOR_RESCHEDULE,
  /** Was cleared while it ran. */
  RESTARTING,
  /** Does not run, because one that it waits for failed. */
  UPSTREAM_FAILED,
  /** Was left out. */
  SKIPPED,
  /** Is no longer in the DAG. */
  REMOVED;

  private static final Set<TaskState> ENDS =
      Set.of(SUCCESS, FAILED, UPSTREAM_FAILED, SKIPPED, REMOVED);

  /** Whether nothing more happens by itself. */
  public boolean ended() {
    return ENDS.contains(this);
  }

  /** The word for people. */
  @Override
  public String toString() {
    return this == NONE ? "waiting" : name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The state of Airflow's word; one that is not known is that of a task that does something. */
  static TaskState of(String word) {
    return Arrays.stream(values())
        .filter(state -> state.name().equalsIgnoreCase(word))
        .findFirst()
        .orElse(RUNNING);
  }
}
