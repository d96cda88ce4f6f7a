package org.simplexity.method;

import java.util.Arrays;
import java.util.List;
import org.simplexity.kernel.Mode;
import org.simplexity.kernel.Plan;

/**
 * How forward passes are timed on this machine: medians over rounds in which plans take turns, so
 * that what slows the machine for a while slows all of them.
 *
 * @param warmUp passes of each plan before the first is timed
 * @param rounds turns of each plan; the median over them counts
 * @param passes passes timed as one: a single one of a small network is near the clock's resolution
 */
public record PassTiming(int warmUp, int rounds, int passes) {
  /** Checks the bounds. */
  public PassTiming {
    if (warmUp < 0 || rounds < 1 || passes < 1) {
      throw new IllegalArgumentException(
          "warmUp %d must not be negative, rounds %d and passes %d must be at least 1"
              .formatted(warmUp, rounds, passes));
    }
  }

  /** 101 rounds of 10 passes after 200. */
  public static PassTiming defaults() {
    return new PassTiming(200, 101, 10);
  }

  /**
   * Median times of a pass in evaluation mode.
   *
   * @param plans plans with a loaded batch, which are left open
   * @return seconds for one pass, in the order of the plans
   */
  public List<Double> medians(List<Plan> plans) {
    plans.forEach(plan -> run(plan, warmUp));
    double[][] times = new double[plans.size()][rounds];
    for (int round = 0; round < rounds; round++) {
      for (int k = 0; k < plans.size(); k++) {
        long start = System.nanoTime();
        run(plans.get(k), passes);
        times[k][round] = (System.nanoTime() - start) / (1e9 * passes);
      }
    }
    return Arrays.stream(times).map(PassTiming::median).toList();
  }

  private static void run(Plan plan, int count) {
    for (int i = 0; i < count; i++) {
      plan.forward(Mode.EVALUATION);
    }
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
