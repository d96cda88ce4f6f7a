package org.simplexity.method;

import org.simplexity.kernel.Plan;
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
  private static final String BEFORE = "before/";

  private final Plan plan;
  private final StructureLayout layout;
  private final CheckedPlan checked;

  /**
   * A check of a plan.
   *
   * @param plan supernet
   * @param layout order of its structure vector
   * @param batch whose first batch is whole, without random changes
   */
  SupernetCheck(Plan plan, StructureLayout layout, BatchFeed batch) {
    this.plan = plan;
    this.layout = layout;
    this.checked = new CheckedPlan(plan, batch);
  }

  /** Checks all gradients; weights, structure and running statistics are then as before. */
  GradientErrors errors() {
    return checked.restoring(this::all);
  }

  private GradientErrors all() {
    double[] weights = plan.parameters().toArray();
    GradientErrors errors = checked.errors();
    for (int k = 0; k < layout.operations().size(); k++) {
      String operation = layout.operations().get(k);
      if (!operation.equals(Discretisation.NONE)) {
        plan.parameters().copyFrom(weights);
        plan.structure().copyFrom(alone(k));
        errors = errors.and(checked.errors(WeightGroups.BEFORE_OPERATIONS, BEFORE + operation));
      }
    }
    return errors;
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
