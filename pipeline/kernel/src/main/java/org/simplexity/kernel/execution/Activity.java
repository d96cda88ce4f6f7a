package org.simplexity.kernel.execution;

import java.util.Arrays;
import org.simplexity.kernel.Mode;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Slice;
import org.simplexity.kernel.Value;
import org.simplexity.kernel.graph.Operation;

/**
 * Which values a pass computes.
 *
 * <p>A value rests if nothing that counts reads it: the auxiliary head in evaluation, and
 * operations that reach the logits only through mixtures that give them a weight γ of exactly 0 for
 * every example, unless ∂γ is asked for, which needs them all. So a step with one operation an edge
 * costs what that operation costs, and the gradients of all other weights are 0.
 */
public final class Activity {
  private final Network network;
  private final Vectors vectors;
  private final Pass pass;
  private final Value[] values;
  private final boolean[] active;
  private boolean everything = true;

  /** Everything is active at first. */
  public Activity(Network network, Vectors vectors, Pass pass) {
    this.network = network;
    this.vectors = vectors;
    this.pass = pass;
    this.values = network.values().toArray(new Value[0]);
    int last = 0;
    for (Value value : values) {
      last = Math.max(last, value.index());
    }
    this.active = new boolean[last + 1];
  }

  /**
   * Decides for the next pass.
   *
   * @param mode of the pass
   * @param whole whether mixtures need all their candidates
   */
  public void choose(Mode mode, boolean whole) {
    Arrays.fill(active, false);
    active[network.logits().index()] = true;
    if (mode == Mode.TRAINING) {
      network.auxiliaryLogits().ifPresent(logits -> active[logits.index()] = true);
    }
    everything = true;
    for (int i = values.length - 1; i >= 0; i--) {
      if (active[values[i].index()]) {
        reach(values[i], whole);
      } else {
        everything = false;
      }
    }
  }

  private void reach(Value value, boolean whole) {
    Slice gamma = value.operation() instanceof Operation.Mix mix ? mix.structure() : null;
    for (int k = 0; k < value.inputs().size(); k++) {
      if (whole || gamma == null || !rests(gamma.offset() + k)) {
        active[value.inputs().get(k).index()] = true;
      }
    }
  }

  private boolean rests(int coordinate) {
    return vectors.isCertainlyZero(coordinate, pass.examples());
  }

  /** Whether the pass computes a value. */
  public boolean runs(Value value) {
    return active[value.index()];
  }

  /** Whether nothing rests. */
  public boolean isEverything() {
    return everything;
  }
}
