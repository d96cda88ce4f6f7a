package org.simplexity.data.source;

/** One image file that cannot be decoded; the message is the reason in a few words. */
final class BrokenImageException extends Exception {
  private static final long serialVersionUID = 1L;

  BrokenImageException(String reason) {
    super(reason);
  }

  BrokenImageException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
