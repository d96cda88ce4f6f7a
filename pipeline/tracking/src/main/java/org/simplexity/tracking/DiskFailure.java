package org.simplexity.tracking;

import java.io.IOException;
import java.nio.file.Path;

/** The disk of this machine failed; unlike trouble with the server, waiting does not mend it. */
final class DiskFailure extends IOException {
  private final IOException cause;

  DiskFailure(Path file, IOException cause) {
    super("cannot write " + file + ": " + Disk.reason(cause), cause);
    this.cause = cause;
  }

  /** What the operating system said. */
  IOException cause() {
    return cause;
  }
}
