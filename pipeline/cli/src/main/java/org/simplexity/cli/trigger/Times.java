package org.simplexity.cli.trigger;

import java.time.Duration;
import java.util.Locale;

/** Durations for people. */
final class Times {
  private Times() {}

  /** {@code 3.9 s}, or {@code 2 min 05 s} from a minute on. */
  static String shown(Duration time) {
    long seconds = time.toSeconds();
    if (seconds < 60) {
      return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
    return String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
  }
}
