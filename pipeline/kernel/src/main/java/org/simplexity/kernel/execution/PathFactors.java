package org.simplexity.kernel.execution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.simplexity.kernel.Mode;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Value;
import org.simplexity.kernel.graph.Operation;

/** The factors of a network's drop-paths: one for each of them and each example; 1 until drawn. */
public final class PathFactors {
  private final List<Integer> numbers;
  private final double[][] drawn;
  private final double[] ones;

  /** Factors for a batch of that size. */
  public PathFactors(Network network, int batch) {
    this.numbers = new ArrayList<>();
    for (Value value : network.values()) {
      if (value.operation() instanceof Operation.DropPath path) {
        numbers.add(path.number());
      }
    }
    this.drawn = new double[1 + numbers.stream().mapToInt(n -> n).max().orElse(-1)][batch];
    this.ones = new double[batch];
    Arrays.fill(ones, 1);
    for (double[] factors : drawn) {
      Arrays.fill(factors, 1);
    }
  }

  /**
   * Draws all factors anew: 0 with that probability, else 1 / (1 − probability).
   *
   * <p>Values in the order of the network, examples in the order of the batch.
   *
   * @throws IllegalArgumentException if the probability does not lie in [0, 1)
   */
  public void draw(RandomGenerator random, double probability) {
    if (!(probability >= 0 && probability < 1)) {
      throw new IllegalArgumentException(
          "drop-path probability " + probability + " must lie in [0, 1)");
    }
    for (int number : numbers) {
      for (int example = 0; example < ones.length; example++) {
        drawn[number][example] = random.nextDouble() < probability ? 0 : 1 / (1 - probability);
      }
    }
  }

  /** Factors by example of the batch; not to be changed. */
  double[] of(Operation.DropPath path, Mode mode) {
    return mode == Mode.TRAINING ? drawn[path.number()] : ones;
  }
}
