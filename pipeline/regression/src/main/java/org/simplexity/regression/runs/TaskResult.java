package org.simplexity.regression.runs;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A finished task.
 *
 * @param runId id of its run
 * @param stage name of its stage
 * @param task id of the task in its graph
 * @param parameters parameters that its run logged
 * @param metrics metrics by which it is judged: its headline, and the last values of the others
 * @param data of a task that prepared images: what they are, each with its checksum; else empty
 */
public record TaskResult(
    String runId,
    String stage,
    String task,
    Map<String, String> parameters,
    Map<String, Double> metrics,
    Map<String, String> data) {
  /** Copies the maps, in order of their keys. */
  public TaskResult {
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    metrics = Collections.unmodifiableMap(new TreeMap<>(metrics));
    data = Collections.unmodifiableMap(new TreeMap<>(data));
  }

  /** The seed from which its random choices followed. */
  public String seed() {
    return parameters.getOrDefault("seed", "?");
  }
}
