package org.simplexity.tracking;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says what happened between us and the tracking server, and what to do about it. */
final class Remedy {
  private Remedy() {}

  /** For an answer that repeating the question does not change. */
  static String refused(Refusal refusal, Address address) {
    String said = "status " + refusal.status() + ", " + refusal.getMessage();
    return switch (refusal.status()) {
      case 401 ->
          said
              + "; set MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD,"
              + " or MLFLOW_TRACKING_TOKEN";
      case 403 ->
          said
              + "; check the user's rights, and that the server's MLFLOW_SERVER_ALLOWED_HOSTS"
              + " holds the host of "
              + address.base();
      default -> said;
    };
  }

  /** For a server that did not answer, or only with errors of its own. */
  static String silent(IOException failure, Address address, Duration waited) {
    return reason(failure)
        + String.format(Locale.ROOT, " (tried for %.1f s); ", waited.toMillis() / 1000.0)
        + (address.local()
            ? "start the server with ./simplexity mlflow up, or name another with --tracking-uri"
            : "check that it runs and can be reached from here, or name another with"
                + " --tracking-uri");
  }

  /** What happened, in a few words. */
  static String reason(IOException failure) {
    if (failure instanceof Refusal refusal) {
      return "status " + refusal.status() + ", " + refusal.getMessage();
    }
    if (failure instanceof HttpTimeoutException) {
      return "no answer in time";
    }
    if (isUnknownHost(failure)) {
      return "the host name is unknown";
    }
    if (failure instanceof ConnectException) {
      return "nothing listens there (connection refused)";
    }
    return failure.getMessage() == null
        ? "the connection broke (" + failure.getClass().getSimpleName() + ")"
        : failure.getMessage();
  }

  private static boolean isUnknownHost(@Nullable Throwable failure) {
    return failure instanceof UnknownHostException
        || failure instanceof UnresolvedAddressException
        || (failure != null && isUnknownHost(failure.getCause()));
  }
}
