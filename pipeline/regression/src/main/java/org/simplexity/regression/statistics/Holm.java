package org.simplexity.regression.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holm's step-down correction: rejecting where the corrected p is at most α keeps the probability
 * of any false rejection among all hypotheses at most α, whatever their dependence.
 *
 * <p>S. Holm 1979, "A simple sequentially rejective multiple test procedure", Scandinavian Journal
 * of Statistics 6, 65–70.
 */
public final class Holm {
  private Holm() {}

  /**
   * Corrected p values: with p₍₁₎ ≤ … ≤ p₍ₘ₎, the i-th is {@code max over j ≤ i of min(1, (m − j +
   * 1)·p₍ⱼ₎)}.
   *
   * @param probabilities p values in any order
   * @return corrected ones in the same order
   */
  public static List<Double> corrected(List<Double> probabilities) {
    int count = probabilities.size();
    List<Integer> order =
        IntStream.range(0, count)
            .boxed()
            .sorted(Comparator.comparingDouble(probabilities::get))
            .toList();
    Double[] corrected = new Double[count];
    double largest = 0;
    for (int rank = 0; rank < count; rank++) {
      double raised = Math.min(1, (count - rank) * probabilities.get(order.get(rank)));
      largest = Math.max(largest, raised);
      corrected[order.get(rank)] = largest;
    }
    return List.of(corrected);
  }
}
