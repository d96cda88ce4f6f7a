package org.simplexity.airflow;

import java.time.Duration;

/**
 * How long to wait for Airflow.
 *
 * @param connect for a connection, and in all for the first answer of {@code Airflow.connect}
 * @param request for the answer to one request
 * @param outage for a server that was there and went away, before a call gives up
 */
public record Timeouts(Duration connect, Duration request, Duration outage) {
  /** Checks that all are positive and the outage is not shorter than one request. */
  public Timeouts {
    if (connect.isNegative() || connect.isZero() || request.isNegative() || request.isZero()) {
      throw new IllegalArgumentException(
          "timeouts must be positive, got connect " + connect + " and request " + request);
    }
    if (outage.compareTo(request) < 0) {
      throw new IllegalArgumentException(
          "outage " + outage + " must not be shorter than request " + request);
    }
  }

  /** 5 s to connect, 30 s a request, 5 min of outage. */
  public static Timeouts defaults() {
    return new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(5));
  }
}
