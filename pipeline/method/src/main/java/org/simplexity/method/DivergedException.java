package org.simplexity.method;

/**
 * Loss, gradient or weights left the finite numbers; the last good checkpoint is kept.
 *
 * <p>Ends a stage with exit code 4.
 */
public final class DivergedException extends RuntimeException {
  /**
   * Names what diverged and when.
   *
   * @param message for people: quantity, value, epoch and step
   */
  public DivergedException(String message) {
    super(message);
  }
}
