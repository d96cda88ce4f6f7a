package org.simplexity.airflow;

import org.jspecify.annotations.Nullable;

/**
 * What Airflow, or the way to it, refused. The message says what was asked, why, and what to do.
 */
public final class AirflowException extends RuntimeException {
  /** What went wrong. */
  public enum Kind {
    /** No answer, or only errors of the server itself, for as long as patience lasted. */
    UNREACHABLE,
    /** Wrong password, missing or expired token, or a user without the right. */
    CREDENTIALS,
    /** There is no DAG of this name. */
    UNKNOWN_DAG,
    /** The file of the DAG cannot be imported. */
    BROKEN_DAG,
    /** A value breaks the schema of the DAG's parameter. */
    BAD_CONF,
    /** The run id belongs to a run with other values. */
    RUN_ID_TAKEN,
    /** Any other mistake of the caller. */
    BAD_USE
  }

  private final Kind kind;

  /**
   * A refusal.
   *
   * @param kind what went wrong
   * @param message what was asked, why it failed, what to do
   */
  public AirflowException(Kind kind, String message) {
    this(kind, message, null);
  }

  /**
   * A refusal with its cause.
   *
   * @param kind what went wrong
   * @param message what was asked, why it failed, what to do
   * @param cause what happened, or null
   */
  public AirflowException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** What went wrong. */
  public Kind kind() {
    return kind;
  }

  /** Whether the same call may succeed later, without anybody changing it: exit code 3, else 2. */
  public boolean mayPass() {
    return kind == Kind.UNREACHABLE;
  }
}
