package org.simplexity.experiment.run;

import java.util.Locale;

/** What became of a task. */
public enum TaskStatus {
  /** Ran and ended well. */
  FINISHED,
  /** Had ended well before; its result was used. */
  REUSED,
  /** Ended with an error. */
  FAILED,
  /** Did not run, because one that it waits for failed. */
  NOT_RUN,
  /** Was ended by Ctrl-C or a signal. */
  KILLED;

  /** Whether tasks that wait for it may run. */
  boolean good() {
    return this == FINISHED || this == REUSED;
  }

  /** The word for people. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
