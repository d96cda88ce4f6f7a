package org.simplexity.tracking;

import java.nio.file.Path;
import java.time.Duration;

/** Settings for tests. */
final class Trackers {
  private Trackers() {}

  /** Default times, but hardly any waiting for company. */
  static TrackerSettings quick(Path journal) {
    return TrackerSettings.defaults()
        .withJournal(journal)
        .withBatching(new Batching(Duration.ofMillis(20), 1000, 900_000));
  }
}
