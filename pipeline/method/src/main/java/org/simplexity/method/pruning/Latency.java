package org.simplexity.method.pruning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.simplexity.kernel.Plan;
import org.simplexity.kernel.PlanSettings;
import org.simplexity.method.PassTiming;
import org.simplexity.method.weights.FamilyMember;

/** Time that networks take for one image on this machine, measured. */
public final class Latency {
  private Latency() {}

  /**
   * Medians as of {@link PassTiming}, on one thread.
   *
   * @param members networks with their weights
   * @return seconds for one image, in the order of the networks
   */
  public static List<Double> seconds(List<FamilyMember> members) {
    List<Plan> plans = new ArrayList<>();
    try {
      members.forEach(member -> plans.add(compiled(member)));
      return PassTiming.defaults().medians(plans);
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
}
