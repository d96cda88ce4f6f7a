package org.simplexity.stage.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.simplexity.experiment.stage.UpstreamRun;

/** How long runs took. */
final class Durations {
  private Durations() {}

  /** Seconds from the start of a run to its end; not a number if it has none. */
  static double of(UpstreamRun run) {
    Instant end = run.summary().end();
    return end == null
        ? Double.NaN
        : Duration.between(run.summary().start(), end).toMillis() / 1000.0;
  }

  /** Seconds of all runs together, as if they had run one after the other. */
  static double total(List<UpstreamRun> runs) {
    return runs.stream().mapToDouble(Durations::of).filter(Double::isFinite).sum();
  }
}
