package org.simplexity.regression.statistics;

/** How it was decided whether a metric got worse. */
public enum Method {
  /** Student's t test of the differences at equal seeds. */
  PAIRED("paired t test"),
  /** Welch's t test of two groups with seeds of their own. */
  WELCH("Welch's t test"),
  /** One value a side at the same seed: the bare difference. */
  ONE_SEED("one seed, without a test"),
  /** Every value against a limit. */
  LIMIT("limits, without a test"),
  /** The candidate's values are not all finite numbers, those of the baseline are. */
  NOT_FINITE("not a finite number");

  private final String words;

  Method(String words) {
    this.words = words;
  }

  /** Whether it is a test with a p value that says how probable chance is. */
  public boolean isTest() {
    return this == PAIRED || this == WELCH;
  }

  /** The words for people. */
  @Override
  public String toString() {
    return words;
  }
}
