package org.simplexity.tracking;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Values longer than the server keeps: cut visibly and kept whole as an artifact. MLflow itself
 * would cut them silently.
 *
 * @param limit most characters of a value
 * @param folder folder of the artifacts with the whole values
 */
record LongValues(int limit, String folder) {
  static final LongValues PARAMETERS = new LongValues(6000, "parameters");
  static final LongValues TAGS = new LongValues(8000, "tags");

  /** The values as the server keeps them. */
  Map<String, String> fit(Map<String, String> values) {
    Map<String, String> fitting = new LinkedHashMap<>();
    values.forEach((key, value) -> fitting.put(key, isLong(value) ? cut(value, path(key)) : value));
    return fitting;
  }

  /** Path of the artifact to the whole text of each value that is cut. */
  Map<String, byte[]> whole(Map<String, String> values) {
    Map<String, byte[]> texts = new LinkedHashMap<>();
    values.forEach(
        (key, value) -> {
          if (isLong(value)) {
            texts.put(path(key), value.getBytes(StandardCharsets.UTF_8));
          }
        });
    return texts;
  }

  /** Whether a value is cut. */
  boolean isLong(String value) {
    return value.length() > limit;
  }

  private String path(String key) {
    return folder + "/" + key + ".txt";
  }

  private String cut(String value, String path) {
    String note = "… [cut: " + value.length() + " characters, whole in " + path + "]";
    int end = limit - note.length();
    return value.substring(0, Character.isHighSurrogate(value.charAt(end - 1)) ? end - 1 : end)
        + note;
  }
}
