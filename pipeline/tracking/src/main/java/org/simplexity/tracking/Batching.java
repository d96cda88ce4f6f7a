package org.simplexity.tracking;

import java.time.Duration;

/**
 * How what is logged is gathered into requests.
 *
 * @param interval longest wait of a logged value for company before it is sent
 * @param entities most metrics, parameters and tags in one request, together; MLflow takes 1000
 * @param bytes most bytes in one request; MLflow takes 1 000 000
 */
public record Batching(Duration interval, int entities, int bytes) {
  private static final int MOST_ENTITIES = 1000;
  private static final int MOST_BYTES = 1_000_000;

  /** Checks the limits of MLflow. */
  public Batching {
    if (interval.isNegative()) {
      throw new IllegalArgumentException("interval " + interval + " must not be negative");
    }
    if (entities < 1 || entities > MOST_ENTITIES) {
      throw new IllegalArgumentException(
          "entities " + entities + " must lie between 1 and " + MOST_ENTITIES);
    }
    if (bytes < 1 || bytes > MOST_BYTES) {
      throw new IllegalArgumentException(
          "bytes " + bytes + " must lie between 1 and " + MOST_BYTES);
    }
  }

  /** A second, 1000 entities, 900 000 bytes. */
  public static Batching defaults() {
    return new Batching(Duration.ofSeconds(1), MOST_ENTITIES, 900_000);
  }
}
