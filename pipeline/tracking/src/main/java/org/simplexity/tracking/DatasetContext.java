package org.simplexity.tracking;

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
}
