package org.simplexity.data.source;

import java.io.IOException;

/**
 * A file could not be fetched or kept: network, mirrors or disk. A stage ends with exit code 3,
 * because a retry may help.
 */
public final class DownloadException extends IOException {
  private static final long serialVersionUID = 1L;

  /** A failed download, with what each mirror answered. */
  public DownloadException(String message) {
    super(message);
  }

  /** A failed download with its cause. */
  public DownloadException(String message, Throwable cause) {
    super(message, cause);
  }
}
