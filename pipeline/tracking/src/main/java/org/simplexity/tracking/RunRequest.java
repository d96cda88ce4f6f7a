package org.simplexity.tracking;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run to be made.
 *
 * @param experiment name of its experiment in the tracker
 * @param name name of the run, for people
 * @param parent id of the run under which it is shown, or null
 * @param tags tags that it carries from its first moment
 */
public record RunRequest(
    String experiment, String name, @Nullable String parent, Map<String, String> tags) {
  /** Checks the names and copies the tags. */
  public RunRequest {
    if (experiment.isBlank() || name.isBlank()) {
      throw new IllegalArgumentException(
          "a run needs an experiment and a name, got experiment \""
              + experiment
              + "\" and name \""
              + name
              + "\"");
    }
    tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
    tags.keySet().forEach(key -> Names.require("tag", key));
  }
}
