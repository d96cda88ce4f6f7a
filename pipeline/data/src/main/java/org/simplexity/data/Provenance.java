package org.simplexity.data;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * Where prepared images come from; the same on every machine that prepares them from equal files.
 *
 * @param sources files read, with checksums of their unwrapped content
 * @param licence licence or terms of the data, in one line; empty if unknown
 * @param seed seed of the splits
 * @param limit largest number of training images taken; 0 for all
 * @param skipped broken files that were left out, each with the reason
 * @param ignored number of files in the folder that are no images by their names
 */
@JsonPropertyOrder({"sources", "licence", "seed", "limit", "skipped", "ignored"})
public record Provenance(
    List<Source> sources,
    String licence,
    long seed,
    int limit,
    List<Skipped> skipped,
    int ignored) {
  /** Copies the lists. */
  public Provenance {
    sources = List.copyOf(sources);
    skipped = List.copyOf(skipped);
  }

  /**
   * A file, or a folder of many.
   *
   * @param name name without the folders above it
   * @param files number of files
   * @param sha256 SHA-256 of the unwrapped content; of a folder, of its lines {@code SHA-256 path}
   */
  @JsonPropertyOrder({"name", "files", "sha256"})
  public record Source(String name, int files, String sha256) {}

  /**
   * A broken file that was left out.
   *
   * @param file path within the folder
   * @param reason what is wrong with it
   */
  @JsonPropertyOrder({"file", "reason"})
  public record Skipped(String file, String reason) {}
}
