package org.simplexity.tracking;

import org.jspecify.annotations.Nullable;

/**
 * Data that a run reads, as the tracker shows it.
 *
 * @param name name such as {@code fashion-mnist/train}
 * @param digest checksum of the content, at most 36 characters (what MLflow keeps)
 * @param source where the data come from: URL, folder, or name of a bundled set
 * @param context what the run does with them
 * @param schema schema as JSON text, or null
 * @param profile figures as JSON text such as {@code {"images":50000}}, or null
 */
public record DatasetInput(
    String name,
    String digest,
    String source,
    DatasetContext context,
    @Nullable String schema,
    @Nullable String profile) {
  private static final int LONGEST_NAME = 500;
  private static final int LONGEST_DIGEST = 36;

  /** Checks the lengths that MLflow allows. */
  public DatasetInput {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "data set name must have 1 to " + LONGEST_NAME + " characters, has " + name.length());
    }
    if (digest.isBlank() || digest.length() > LONGEST_DIGEST) {
      throw new IllegalArgumentException(
          "digest must have 1 to "
              + LONGEST_DIGEST
              + " characters, has "
              + digest.length()
              + ": take the first "
              + LONGEST_DIGEST
              + " of a longer one");
    }
  }

  /**
   * Data with the first 36 characters of a longer checksum such as SHA-256.
   *
   * @param name name such as {@code digits/train}
   * @param checksum checksum of the content in hexadecimal
   * @param source where the data come from
   * @param context what the run does with them
   */
  public static DatasetInput of(
      String name, String checksum, String source, DatasetContext context) {
    String digest = checksum.substring(0, Math.min(LONGEST_DIGEST, checksum.length()));
    return new DatasetInput(name, digest, source, context, null, null);
  }

  /**
   * The same data with figures.
   *
   * @param json JSON text such as {@code {"images":50000}}
   */
  public DatasetInput withProfile(String json) {
    return new DatasetInput(name, digest, source, context, schema, json);
  }
}
