package org.simplexity.tracking;

import java.util.Arrays;
import java.util.Locale;

/** What a run does with a data set. */
public enum DatasetContext {
  /** Fits weights or structure to it. */
  TRAIN,
  /** Chooses structure, settings or the best epoch by it. */
  VALIDATION,
  /** Only measures on it. */
  TEST;

  /** The word that the tracker shows: {@code train}, {@code validation}, {@code test}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The context of a word; what other programs call otherwise is taken as {@link #TRAIN}. */
  static DatasetContext of(String word) {
    return Arrays.stream(values()).filter(v -> v.word().equals(word)).findFirst().orElse(TRAIN);
  }
}
