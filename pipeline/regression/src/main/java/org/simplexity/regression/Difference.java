package org.simplexity.regression;

/**
 * Something in which candidate and baseline differ.
 *
 * @param where group of runs that it concerns, or the empty string
 * @param what what differs, such as {@code space.channels}
 * @param baseline what the baseline has, for people
 * @param candidate what the candidate has, for people
 */
public record Difference(String where, String what, String baseline, String candidate) {
  /** What the candidate has where it was never run. */
  public static final String NOT_RUN = "not run";

  /**
   * One line: {@code train, space.channels: baseline 16, candidate 8}; of a candidate that was
   * never run, only what the baseline has.
   */
  @Override
  public String toString() {
    String place = where.isEmpty() ? "" : where + ", ";
    if (candidate.equals(NOT_RUN)) {
      return place + what + ": " + baseline;
    }
    return place + what + ": baseline " + baseline + ", candidate " + candidate;
  }
}
