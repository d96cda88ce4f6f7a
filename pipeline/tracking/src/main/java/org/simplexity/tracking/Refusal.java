package org.simplexity.tracking;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Set;

/** An answer of the tracking server that is not a success. */
final class Refusal extends IOException {
  private static final Set<Integer> PASSING = Set.of(408, 425, 429);
  private final int status;
  private final String code;

  Refusal(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  /** Status of HTTP. */
  int status() {
    return status;
  }

  /** Name that MLflow gives the error, such as {@code RESOURCE_DOES_NOT_EXIST}; or empty. */
  String code() {
    return code;
  }

  /** Whether the same request may succeed later. */
  boolean passing() {
    return status >= 500 || PASSING.contains(status);
  }

  /** Whether a failure of a request is one that time may mend: no answer, or a passing one. */
  static boolean mayPass(Throwable failure) {
    return failure instanceof Refusal refusal
        ? refusal.passing()
        : failure instanceof IOException && !isLocal(failure);
  }

  /** Whether a file of this machine is the trouble rather than the server. */
  static boolean isLocal(Throwable failure) {
    return failure instanceof DiskFailure
        || failure instanceof FileSystemException
        || failure instanceof FileNotFoundException;
  }
}
