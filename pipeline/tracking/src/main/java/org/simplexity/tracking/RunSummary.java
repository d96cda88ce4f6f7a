package org.simplexity.tracking;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run as the server knew it when asked.
 *
 * @param id id of the run
 * @param name name, for people
 * @param status state
 * @param tags tags, those of the tracker itself included
 * @param parameters parameters, long ones cut as {@link TrackedRun#parameters} says
 * @param metrics name to the value at the latest step
 * @param start when it began
 * @param end when it ended, or null
 * @param parent id of the run above it, or null
 */
public record RunSummary(
    String id,
    String name,
    RunStatus status,
    Map<String, String> tags,
    Map<String, String> parameters,
    Map<String, Double> metrics,
    Instant start,
    @Nullable Instant end,
    @Nullable String parent) {
  /** Copies the maps. */
  public RunSummary {
    tags = Map.copyOf(tags);
    parameters = Map.copyOf(parameters);
    metrics = Map.copyOf(metrics);
  }
}
