package org.simplexity.method.ensemble;

import java.util.List;

/**
 * What one method came to at one size of its ensemble.
 *
 * @param method method
 * @param members names of its members, in the order in which they were added
 * @param score score on the test split
 * @param cost cost of everything that the method needs for them
 */
public record EnsembleResult(
    EnsembleMethod method, List<String> members, EnsembleScore score, Cost cost) {
  /** Copies the names. */
  public EnsembleResult {
    members = List.copyOf(members);
  }

  /** 1 − accuracy. */
  public double error() {
    return 1 - score.accuracy();
  }
}
