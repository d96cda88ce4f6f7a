package org.simplexity.data;

/**
 * Data that cannot be used: missing, damaged or unsuitable. A stage ends with exit code 5.
 *
 * <p>The message names the file, the place in it, what was expected and what to do.
 */
public final class DataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Bad data, told in one sentence for the user. */
  public DataException(String message) {
    super(message);
  }

  /** Bad data found through another failure. */
  public DataException(String message, Throwable cause) {
    super(message, cause);
  }
}
