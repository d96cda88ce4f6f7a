package org.simplexity.regression.metric;

import java.util.Locale;

/** What is asked of a metric. */
public enum Goal {
  /** Its mean must not fall by more than the tolerance. */
  HIGHER,
  /** Its mean must not rise by more than the tolerance. */
  LOWER,
  /** No value may be above the limit, whatever the baseline has. */
  AT_MOST,
  /** No value may be below the limit, whatever the baseline has. */
  AT_LEAST,
  /** Nothing: the metric is left out. */
  IGNORED;

  /** Whether the baseline is the measure, rather than a limit. */
  public boolean isRelative() {
    return this == HIGHER || this == LOWER;
  }

  /** Whether it is a limit rather than the baseline that decides. */
  public boolean isLimit() {
    return this == AT_MOST || this == AT_LEAST;
  }

  /**
   * A value so turned that larger is worse.
   *
   * @param value value of the metric
   */
  public double badness(double value) {
    return this == HIGHER || this == AT_LEAST ? -value : value;
  }

  /** The word in arguments: {@code higher}, {@code at-most}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
