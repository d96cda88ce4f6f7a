package org.simplexity.method.adanet;

import java.util.Map;
import org.simplexity.data.Batches;
import org.simplexity.data.ImageBatch;
import org.simplexity.kernel.Mode;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Plan;
import org.simplexity.kernel.PlanSettings;
import org.simplexity.method.MethodState;
import org.simplexity.space.CellSpace;
import org.simplexity.space.CellSpaceSettings;
import org.simplexity.space.Form;
import org.simplexity.space.Genotype;

/** A cell network h with its weights, that gives logits and takes their gradient back. */
final class Member implements AutoCloseable {
  private final Origin origin;
  private final Network network;
  private final Plan plan;

  /**
   * Where a member comes from.
   *
   * @param iteration iteration, counted from 1
   * @param deeper whether it was the deeper candidate
   * @param depth number of cells
   * @param genotype its structure
   */
  record Origin(int iteration, boolean deeper, int depth, Genotype genotype) {}

  /** Compiles the network; its weights are zero. */
  Member(CellSpace space, Origin origin, PlanSettings settings) {
    this.origin = origin;
    this.network =
        at(space, origin.depth()).discrete(origin.genotype(), Form.EVALUATION).withoutLoss();
    this.plan = Plan.compile(network, settings);
  }

  /** The space of networks of another depth. */
  private static CellSpace at(CellSpace space, int depth) {
    CellSpaceSettings settings = space.settings();
    CellSpaceSettings other =
        new CellSpaceSettings(
            depth,
            settings.nodes(),
            settings.channels(),
            settings.operations(),
            settings.stemMultiplier(),
            settings.stemStride());
    return new CellSpace(other, space.input(), space.classes());
  }

  Origin origin() {
    return origin;
  }

  Network network() {
    return network;
  }

  Plan plan() {
    return plan;
  }

  double complexity() {
    return Complexity.of(origin.depth());
  }

  /** Logits of a loaded batch with running statistics or in training mode. */
  Logits logits(ImageBatch batch, Mode mode) {
    plan.load(batch.images(), batch.count());
    return new Logits(plan.outputs(mode), network.classes());
  }

  /** Logits of all images of evaluation batches, with running statistics. */
  Logits logits(Batches batches, int images) {
    double[] all = new double[images * network.classes()];
    ImageBatch buffer = batches.newBatch();
    int filled = 0;
    for (int index = 0; index < batches.perEpoch(); index++) {
      batches.fill(0, index, buffer);
      double[] part = logits(buffer, Mode.EVALUATION).scaled(1);
      System.arraycopy(part, 0, all, filled, part.length);
      filled += part.length;
    }
    return new Logits(all, network.classes());
  }

  void save(String prefix, Map<String, double[]> arrays) {
    arrays.put(prefix + ".parameters", plan.parameters().toArray());
    arrays.put(prefix + ".statistics", plan.statistics().toArray());
  }

  void restore(String prefix, MethodState state) {
    plan.parameters().copyFrom(state.array(prefix + ".parameters"));
    plan.statistics().copyFrom(state.array(prefix + ".statistics"));
  }

  @Override
  public void close() {
    plan.close();
  }
}
