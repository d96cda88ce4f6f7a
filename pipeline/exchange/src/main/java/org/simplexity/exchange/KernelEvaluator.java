package org.simplexity.exchange;

import org.simplexity.kernel.FlatVector;
import org.simplexity.kernel.Mode;
import org.simplexity.kernel.Plan;
import org.simplexity.kernel.PlanSettings;
import org.simplexity.kernel.Shape;

/** A finished network on the kernel's own engine. */
public final class KernelEvaluator implements Evaluator {
  private final Plan plan;

  /**
   * Compiles the network.
   *
   * @param finished network with its numbers
   * @param settings how to compile it
   */
  public KernelEvaluator(FinishedNetwork finished, PlanSettings settings) {
    this.plan = Plan.compile(finished.network(), settings);
    copy(finished.parameters(), plan.parameters());
    copy(finished.statistics(), plan.statistics());
    if (finished.hasStructure()) {
      copy(finished.structure(), plan.structure());
    }
  }

  private static void copy(float[] values, FlatVector vector) {
    for (int i = 0; i < values.length; i++) {
      vector.set(i, values[i]);
    }
  }

  @Override
  public Shape input() {
    return plan.network().input();
  }

  @Override
  public int classes() {
    return plan.network().classes();
  }

  @Override
  public float[] logits(float[] images, int count) {
    plan.load(images, new int[count], count);
    plan.forward(Mode.EVALUATION);
    double[] logits = plan.logits();
    float[] copy = new float[count * classes()];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = (float) logits[i];
    }
    return copy;
  }

  @Override
  public void close() {
    plan.close();
  }
}
