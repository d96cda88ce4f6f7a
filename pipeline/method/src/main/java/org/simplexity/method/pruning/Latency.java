package org.simplexity.method.pruning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.simplexity.kernel.Mode;
import org.simplexity.kernel.Plan;
import org.simplexity.kernel.PlanSettings;
import org.simplexity.method.weights.FamilyMember;

/**
 * Time that networks take for one image on this machine, measured.
 *
 * <p>All networks are ready before the first is timed, and take turns, so that what slows the
 * machine for a while slows all of them.
 */
public final class Latency {
  private static final int WARM_UP = 200;
  private static final int ROUNDS = 101;

  /** Passes timed as one: a single one of a small network is near the clock's resolution. */
  private static final int PASSES = 10;

  private Latency() {}

  /**
   * Medians over 101 rounds, on one thread.
   *
   * @param members networks with their weights
   * @return seconds for one image, in the order of the networks
   */
  public static List<Double> seconds(List<FamilyMember> members) {
    List<Plan> plans = new ArrayList<>();
    try {
      members.forEach(member -> plans.add(compiled(member)));
      plans.forEach(plan -> passes(plan, WARM_UP));
      double[][] times = new double[plans.size()][ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        for (int k = 0; k < plans.size(); k++) {
          long start = System.nanoTime();
          passes(plans.get(k), PASSES);
          times[k][round] = (System.nanoTime() - start) / (1e9 * PASSES);
        }
      }
      return Arrays.stream(times).map(Latency::median).toList();
    } finally {
      plans.forEach(Plan::close);
    }
  }

  private static Plan compiled(FamilyMember member) {
    Plan plan = Plan.compile(member.network(), PlanSettings.defaults(1).withThreads(1));
    float[] weights = member.means();
    for (int i = 0; i < weights.length; i++) {
      plan.parameters().set(i, weights[i]);
    }
    float[] image = new float[member.network().input().size()];
    Arrays.fill(image, 0.5f);
    plan.load(image, new int[1], 1);
    return plan;
  }

  private static void passes(Plan plan, int count) {
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
