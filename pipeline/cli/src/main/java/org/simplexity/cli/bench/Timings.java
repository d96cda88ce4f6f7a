package org.simplexity.cli.bench;

import java.util.Arrays;
import java.util.List;

/**
 * Times of one step, sorted.
 *
 * @param milliseconds times, the shortest first
 */
record Timings(List<Double> milliseconds) {
  /** Sorts times, of which there is at least one. */
  static Timings of(double... milliseconds) {
    return new Timings(Arrays.stream(milliseconds).sorted().boxed().toList());
  }

  /** The middle one, or the mean of the two in the middle. */
  double median() {
    int count = milliseconds.size();
    return (milliseconds.get((count - 1) / 2) + milliseconds.get(count / 2)) / 2;
  }

  /** The shortest. */
  double least() {
    return milliseconds.get(0);
  }

  /** The longest. */
  double greatest() {
    return milliseconds.get(milliseconds.size() - 1);
  }
}
