package org.simplexity.data;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What an unreadable file of an image folder does. */
public enum BrokenImages {
  /** The preparation ends and names the file. */
  FAIL,
  /** The file is left out, with a warning and an entry in the provenance. */
  SKIP;

  /** The name in experiment files. */
  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return text();
  }
}
