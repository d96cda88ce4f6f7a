package org.simplexity.method.ensemble;

import java.util.ArrayList;
import java.util.List;
import org.simplexity.data.Seed;

/**
 * How many edges structures share with α* that were to share λ.
 *
 * @param wanted λ
 * @param expected ⟨α*, softmax(h(λ))⟩
 * @param relaxed mean of ⟨α*, γ⟩ over draws of γ
 * @param shared mean number of shared edges of their discrete structures
 * @param deviation sample standard deviation of that number
 */
public record SharedEdges(
    double wanted, double expected, double relaxed, double shared, double deviation) {
  /**
   * The numbers at λ = 0, 1, …, Λ.
   *
   * @param family structures
   * @param draws structures drawn at each λ, at least 2
   * @param seed seed of the draws
   */
  public static List<SharedEdges> of(DiverseFamily family, int draws, Seed seed) {
    List<SharedEdges> rows = new ArrayList<>();
    for (int lambda = 0; lambda <= family.optimum().edges(); lambda++) {
      rows.add(at(family, lambda, draws, seed.child(lambda)));
    }
    return rows;
  }

  private static SharedEdges at(DiverseFamily family, double lambda, int draws, Seed seed) {
    double relaxed = 0;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < draws; i++) {
      Candidate candidate = family.draw(lambda, seed.child(i).generator());
      relaxed += candidate.relaxed() / draws;
      sum += candidate.shared();
      squares += (double) candidate.shared() * candidate.shared();
    }
    double variance = Math.max(0, (squares - sum * sum / draws) / (draws - 1));
    return new SharedEdges(
        lambda, family.expected(lambda), relaxed, sum / draws, Math.sqrt(variance));
  }
}
