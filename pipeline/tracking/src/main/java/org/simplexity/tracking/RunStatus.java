package org.simplexity.tracking;

/** State of a run, with the names that MLflow uses. */
public enum RunStatus {
  /** Made, not yet begun. */
  SCHEDULED,
  /** Being written. */
  RUNNING,
  /** Ended well; everything that it logged has arrived. */
  FINISHED,
  /** Ended with an error. */
  FAILED,
  /** Ended from outside. */
  KILLED;

  /** Whether the run is over. */
  public boolean ended() {
    return this == FINISHED || this == FAILED || this == KILLED;
  }
}
