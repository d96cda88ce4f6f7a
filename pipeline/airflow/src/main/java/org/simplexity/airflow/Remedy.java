package org.simplexity.airflow;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says what happened between us and Airflow, and what to do about it. */
final class Remedy {
  private Remedy() {}

  /** For a server that did not answer, or only with errors of its own. */
  static String silent(IOException failure, Address address, Duration waited) {
    if (failure instanceof SSLException) {
      return "no safe connection: "
          + failure.getMessage()
          + "; name a PEM file of its certificate authority in "
          + AirflowSettings.AUTHORITIES;
    }
    return reason(failure)
        + String.format(Locale.ROOT, " (tried for %.1f s); ", waited.toMillis() / 1000.0)
        + (address.local()
            ? "start the local one with ./simplexity airflow up, or name another with --airflow URL"
            : "check that it runs and can be reached from here, or name another with --airflow URL");
  }

  /** What happened, in a few words. */
  static String reason(IOException failure) {
    if (failure instanceof Refusal refusal) {
      return "status " + refusal.status() + ", " + refusal.detail();
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

  /** For a token that Airflow does not take. */
  static String token(Address address, Credentials credentials, String said) {
    String who = "Airflow at " + address.base() + " does not take ";
    if (credentials instanceof Credentials.Password password) {
      return who + "the token it gave to user " + password.user() + " itself: " + said;
    }
    return who
        + "the token in "
        + Credentials.TOKEN
        + ": "
        + said
        + "; get a new one, or set "
        + Credentials.USERNAME
        + " and "
        + Credentials.PASSWORD
        + " instead";
  }

  /** For a password that Airflow does not take. */
  static String password(Address address, Credentials.Password credentials, Refusal refusal) {
    return "wrong password, or no such user: Airflow at "
        + address.base()
        + " does not let in user "
        + credentials.user()
        + " ("
        + reason(refusal)
        + "); check "
        + Credentials.USERNAME
        + " and "
        + Credentials.PASSWORD
        + ", or the file of credentials";
  }

  private static boolean isUnknownHost(@Nullable Throwable failure) {
    return failure instanceof UnknownHostException
        || failure instanceof UnresolvedAddressException
        || (failure != null && isUnknownHost(failure.getCause()));
  }
}
