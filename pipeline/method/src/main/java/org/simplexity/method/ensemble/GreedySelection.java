package org.simplexity.method.ensemble;

import java.util.ArrayList;
import java.util.List;

/**
 * Greedy forward selection without replacement (Caruana et al. 2004, §2; Zaidi et al. 2021, §4):
 * each step adds the member with which the averaged probabilities have the least negative
 * log-likelihood; of equal ones the first. Prefixes of the result are the smaller ensembles.
 *
 * @param size members to choose
 */
public record GreedySelection(int size) {
  /** Checks the size. */
  public GreedySelection {
    if (size < 1) {
      throw new IllegalArgumentException("size " + size + " must be at least 1");
    }
  }

  /**
   * Chooses members.
   *
   * @param pool predictions of all candidates for the same images
   * @param labels true classes of these images
   * @return indices into the pool, in the order of choice
   * @throws IllegalArgumentException if the pool is smaller than the ensemble
   */
  public List<Integer> choose(List<ClassProbabilities> pool, Labels labels) {
    if (size > pool.size()) {
      throw new IllegalArgumentException(
          "ensemble size %d exceeds the pool of %d structures; the largest is %d"
              .formatted(size, pool.size(), pool.size()));
    }
    List<Integer> chosen = new ArrayList<>();
    List<ClassProbabilities> members = new ArrayList<>();
    while (chosen.size() < size) {
      int best = best(pool, members, chosen, labels);
      chosen.add(best);
      members.add(pool.get(best));
    }
    return chosen;
  }

  private static int best(
      List<ClassProbabilities> pool,
      List<ClassProbabilities> members,
      List<Integer> chosen,
      Labels labels) {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < pool.size(); i++) {
      if (!chosen.contains(i)) {
        List<ClassProbabilities> tried = new ArrayList<>(members);
        tried.add(pool.get(i));
        double loss = EnsembleScore.negativeLogLikelihood(ClassProbabilities.mean(tried), labels);
        if (best < 0 || loss < least) {
          best = i;
          least = loss;
        }
      }
    }
    return best;
  }
}
