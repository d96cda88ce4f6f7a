package org.simplexity.method.evidence;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * p(w) = N(0, A⁻¹), A = diag exp(a_{g(i)}): weights of one group share their log-precision.
 *
 * @param groups g: the group of every weight, from 0 without gaps
 */
public record WeightPrior(List<Integer> groups) {
  /** Checks the groups. */
  public WeightPrior {
    groups = List.copyOf(groups);
    long distinct = groups.stream().distinct().count();
    for (int group : groups) {
      if (group < 0 || group >= distinct) {
        throw new IllegalArgumentException(
            "group %d must lie in 0..%d, without gaps".formatted(group, distinct - 1));
      }
    }
  }

  /**
   * A log-precision for every weight: automatic relevance determination.
   *
   * @param weights length of w
   */
  public static WeightPrior perWeight(int weights) {
    return new WeightPrior(IntStream.range(0, weights).boxed().toList());
  }

  /**
   * One log-precision for all.
   *
   * @param weights length of w
   */
  public static WeightPrior shared(int weights) {
    return new WeightPrior(Collections.nCopies(weights, 0));
  }

  /** Number of groups. */
  public int size() {
    return (int) groups.stream().distinct().count();
  }

  double[] spread(double[] logPrecisions) {
    return groups.stream().mapToDouble(group -> logPrecisions[group]).toArray();
  }

  double[] gather(double[] gradient) {
    double[] gathered = new double[size()];
    for (int i = 0; i < gradient.length; i++) {
      gathered[groups.get(i)] += gradient[i];
    }
    return gathered;
  }
}
