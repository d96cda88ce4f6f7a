package org.simplexity.method;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.simplexity.data.ImageSet;
import org.simplexity.kernel.GradientTarget;
import org.simplexity.kernel.Plan;
import org.simplexity.kernel.Slice;
import org.simplexity.space.CellType;
import org.simplexity.space.StructureLayout;
import org.simplexity.space.WeightGroups;

/**
 * Checks the gradients of a supernet where it stands, on one batch without random changes.
 *
 * <p>First with its own γ: every group of weights by operation and layer, and γ. Then with every
 * operation alone on all edges: the weights before the operations, whose gradient is what the
 * operation hands back; mixed with others, an error of one of them would be hard to see.
 */
final class SupernetCheck {
  private static final String STRUCTURE = "structure";
  private static final String BEFORE = "before/";

  private final Plan plan;
  private final StructureLayout layout;
  private final BatchFeed batch;

  /**
   * A check of a plan.
   *
   * @param plan supernet
   * @param layout order of its structure vector
   * @param batch whose first batch is whole
   */
  SupernetCheck(Plan plan, StructureLayout layout, BatchFeed batch) {
    this.plan = plan;
    this.layout = layout;
    this.batch = batch;
  }

  /** As many images as a batch takes, from all over a set, which may be sorted by class. */
  static ImageSet spread(ImageSet set, int batch) {
    return set.select(
        IntStream.range(0, batch).map(i -> (int) ((long) i * set.size() / batch)).toArray());
  }

  /** Checks all gradients; weights, structure and running statistics are then as before. */
  GradientErrors errors() {
    double[] weights = plan.parameters().toArray();
    double[] structure = plan.structure().toArray();
    double[] statistics = plan.statistics().toArray();
    batch.load(0, 0);
    try {
      GradientErrors errors = mixed();
      for (int k = 0; k < layout.operations().size(); k++) {
        if (!layout.operations().get(k).equals(Discretisation.NONE)) {
          plan.parameters().copyFrom(weights);
          plan.structure().copyFrom(alone(k));
          errors = errors.and(before(layout.operations().get(k)));
        }
      }
      return errors;
    } finally {
      plan.parameters().copyFrom(weights);
      plan.structure().copyFrom(structure);
      plan.statistics().copyFrom(statistics);
    }
  }

  private GradientErrors mixed() {
    List<CoordinateGroup> groups = new ArrayList<>();
    WeightGroups.of(plan.network().parameters())
        .forEach((name, slices) -> groups.add(CoordinateGroup.of(name, slices, 0)));
    int weights = plan.parameters().length();
    List<Slice> gamma = plan.network().structure().slices();
    groups.add(CoordinateGroup.of(STRUCTURE, gamma, weights));
    return GradientCheck.of(new PlanLoss(plan, GradientTarget.BOTH), groups);
  }

  private GradientErrors before(String operation) {
    List<Slice> slices =
        WeightGroups.of(plan.network().parameters())
            .getOrDefault(WeightGroups.BEFORE_OPERATIONS, List.of());
    CoordinateGroup group = CoordinateGroup.of(BEFORE + operation, slices, 0);
    return GradientCheck.of(new PlanLoss(plan, GradientTarget.WEIGHTS), List.of(group));
  }

  private double[] alone(int operation) {
    double[] gamma = new double[layout.length()];
    for (CellType type : CellType.values()) {
      for (int edge = 0; edge < layout.edges().size(); edge++) {
        gamma[layout.offset(type, edge) + operation] = 1;
      }
    }
    return gamma;
  }
}
