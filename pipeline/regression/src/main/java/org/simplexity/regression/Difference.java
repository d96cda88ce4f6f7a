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
  /** One line: {@code train, space.channels: baseline 16, candidate 8}. */
  @Override
  public String toString() {
    String place = where.isEmpty() ? "" : where + ", ";
    return place + what + ": baseline " + baseline + ", candidate " + candidate;
  }
}
