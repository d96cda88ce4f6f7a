package org.simplexity.regression;

/** What a comparison comes to, with the exit code that tells it. */
public enum Verdict {
  /** Nothing got worse by more than its tolerance, as far as the seeds can tell. */
  NO_WORSE(0, "no worse"),
  /** At least one metric got worse, or a task of the candidate failed by its own fault. */
  WORSE(1, "worse"),
  /** Baseline and candidate cannot be compared; this never passes. */
  NOT_COMPARABLE(6, "not comparable");

  private final int code;
  private final String words;

  Verdict(int code, String words) {
    this.code = code;
    this.words = words;
  }

  /** The exit code of the command. */
  public int code() {
    return code;
  }

  /** The words for people. */
  @Override
  public String toString() {
    return words;
  }
}
