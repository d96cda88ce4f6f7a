package org.simplexity.regression.runs;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.simplexity.tracking.DatasetInput;
import org.simplexity.tracking.Tracker;

/** What a task that prepares images tells of them. */
record PreparedData(Tracker tracker, String runId) {
  private static final String PROVENANCE = "data/provenance.json";

  /**
   * Checksums of the splits by name, which depend on the seed, and those of the sources as {@code
   * source NAME}, which do not.
   */
  Map<String, String> checksums() throws IOException {
    Map<String, String> sums = new LinkedHashMap<>();
    for (DatasetInput input : tracker.datasets(runId)) {
      sums.put(input.name(), input.digest());
    }
    boolean known =
        tracker.artifacts(runId, "data").stream().anyMatch(a -> a.path().equals(PROVENANCE));
    if (known) {
      Json.read(Artifact.text(tracker, runId, PROVENANCE), PROVENANCE + " of run " + runId)
          .path("provenance")
          .path("sources")
          .forEach(
              source ->
                  sums.put(
                      "source " + source.path("name").asText(), source.path("sha256").asText()));
    }
    return sums;
  }
}
