package org.simplexity.method;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.simplexity.data.ImageSet;
import org.simplexity.kernel.GradientTarget;
import org.simplexity.kernel.Plan;
import org.simplexity.kernel.Slice;
import org.simplexity.space.WeightGroups;

/** A plan whose gradients are checked on one batch, and which is as before afterwards. */
final class CheckedPlan {
  private static final String STRUCTURE = "structure";

  private final Plan plan;
  private final BatchFeed batch;

  /**
   * A check of a plan.
   *
   * @param plan network with its weights
   * @param batch whose first batch is whole, without random changes
   */
  CheckedPlan(Plan plan, BatchFeed batch) {
    this.plan = plan;
    this.batch = batch;
  }

  /** As many images as a batch takes, from all over a set, which may be sorted by class. */
  static ImageSet spread(ImageSet set, int batch) {
    return set.select(
        IntStream.range(0, batch).map(i -> (int) ((long) i * set.size() / batch)).toArray());
  }

  /** Loads the batch and checks; weights, structure and running statistics are then as before. */
  GradientErrors restoring(Supplier<GradientErrors> check) {
    double[] weights = plan.parameters().toArray();
    double[] structure = plan.structure().toArray();
    double[] statistics = plan.statistics().toArray();
    batch.load(0, 0);
    try {
      return check.get();
    } finally {
      plan.parameters().copyFrom(weights);
      plan.structure().copyFrom(structure);
      plan.statistics().copyFrom(statistics);
    }
  }

  /** The errors where the plan stands: every group of weights, and γ if there is one. */
  GradientErrors errors() {
    List<CoordinateGroup> groups = new ArrayList<>();
    WeightGroups.of(plan.network().parameters())
        .forEach((name, slices) -> groups.add(CoordinateGroup.of(name, slices, 0)));
    List<Slice> gamma = plan.network().structure().slices();
    if (gamma.isEmpty()) {
      return GradientCheck.of(new PlanLoss(plan, GradientTarget.WEIGHTS), groups);
    }
    groups.add(CoordinateGroup.of(STRUCTURE, gamma, plan.parameters().length()));
    return GradientCheck.of(new PlanLoss(plan, GradientTarget.BOTH), groups);
  }

  /** The error of one group of weights alone, under another name. */
  GradientErrors errors(String group, String name) {
    List<Slice> slices =
        WeightGroups.of(plan.network().parameters()).getOrDefault(group, List.of());
    return GradientCheck.of(
        new PlanLoss(plan, GradientTarget.WEIGHTS), List.of(CoordinateGroup.of(name, slices, 0)));
  }
}
