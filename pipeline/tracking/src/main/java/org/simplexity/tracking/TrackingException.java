package org.simplexity.tracking;

import org.jspecify.annotations.Nullable;

/**
 * Tracking server, network or disk failed: exit code 3 of a stage. The message says which server or
 * file, what was tried, and what to do.
 */
public final class TrackingException extends RuntimeException {
  /**
   * A failure with its cause.
   *
   * @param message which server or file, what was tried, what to do
   * @param cause what happened, or null
   */
  public TrackingException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
