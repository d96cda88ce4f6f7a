package org.simplexity.cli.regress;

import java.util.Map;
import org.simplexity.tracking.ModelVersion;
import org.simplexity.tracking.NewVersion;
import org.simplexity.tracking.Tracker;

/**
 * Lets an alias point to the run of the candidate.
 *
 * @param tracker tracker
 * @param model name of the registered model
 * @param alias alias that is made or moved
 */
record Promotion(Tracker tracker, String model, String alias) {
  /** Registers the run, unless it is, and points the alias to it. */
  ModelVersion to(String runId) {
    ModelVersion version =
        tracker.models().versions(model).stream()
            .filter(known -> known.runId().equals(runId))
            .findFirst()
            .orElseGet(() -> registered(runId));
    tracker.models().point(version, alias);
    return version;
  }

  private ModelVersion registered(String runId) {
    NewVersion version =
        new NewVersion(model, runId, "", Map.of("simplexity.registered_by", "regress"));
    return tracker.models().register(version);
  }
}
