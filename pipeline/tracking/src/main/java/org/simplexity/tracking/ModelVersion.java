package org.simplexity.tracking;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A version of a registered model as the server knew it when asked.
 *
 * @param model name of the registered model
 * @param version number of the version, from 1
 * @param runId id of the run that it stands for
 * @param source where its file lies, as an address of the artifact store
 * @param tags tags of the version
 * @param aliases names that point to the version, in order
 * @param made when it was registered
 */
public record ModelVersion(
    String model,
    long version,
    String runId,
    String source,
    Map<String, String> tags,
    List<String> aliases,
    Instant made) {
  /** Copies the tags and aliases. */
  public ModelVersion {
    tags = Map.copyOf(tags);
    aliases = aliases.stream().sorted().toList();
  }
}
