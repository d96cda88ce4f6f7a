package org.simplexity.exchange;

/**
 * A network file that cannot be read, or a network that a format cannot hold. The message names the
 * file or the layer, what was expected and what there is.
 */
public final class ExchangeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** What is wrong, told in one sentence for the user. */
  public ExchangeException(String message) {
    super(message);
  }

  /** What is wrong, found through another failure. */
  public ExchangeException(String message, Throwable cause) {
    super(message, cause);
  }
}
