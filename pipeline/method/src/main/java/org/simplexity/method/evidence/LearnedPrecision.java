package org.simplexity.method.evidence;

import java.util.List;

/**
 * Log-precisions that are hyperparameters: weights of one group share theirs, a_i = h_{g(i)}.
 *
 * @param groups g: the group of every weight, from 0 without gaps
 */
public record LearnedPrecision(List<Integer> groups) implements WeightPrior {
  /** Checks the groups. */
  public LearnedPrecision {
    groups = List.copyOf(groups);
    long distinct = groups.stream().distinct().count();
    for (int group : groups) {
      if (group < 0 || group >= distinct) {
        throw new IllegalArgumentException(
            "group %d must lie in 0..%d, without gaps".formatted(group, distinct - 1));
      }
    }
  }

  @Override
  public int weights() {
    return groups.size();
  }

  @Override
  public int size() {
    return (int) groups.stream().distinct().count();
  }

  @Override
  public double[] spread(double[] hyperparameters) {
    return groups.stream().mapToDouble(group -> hyperparameters[group]).toArray();
  }

  @Override
  public double[] gather(double[] gradient) {
    double[] gathered = new double[size()];
    for (int i = 0; i < gradient.length; i++) {
      gathered[groups.get(i)] += gradient[i];
    }
    return gathered;
  }
}
