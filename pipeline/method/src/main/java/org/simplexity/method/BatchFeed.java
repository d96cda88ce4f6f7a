package org.simplexity.method;

import org.simplexity.data.Batches;
import org.simplexity.data.ImageBatch;
import org.simplexity.kernel.Mode;
import org.simplexity.kernel.Plan;

/** Carries the batches of one split into a plan. */
public final class BatchFeed {
  private final Plan plan;
  private final Batches batches;
  private final ImageBatch buffer;

  /**
   * A feed.
   *
   * @param plan receiver
   * @param batches batches of the plan's size at most
   */
  public BatchFeed(Plan plan, Batches batches) {
    this.plan = plan;
    this.batches = batches;
    this.buffer = batches.newBatch();
  }

  /** Batches an epoch. */
  public int perEpoch() {
    return batches.perEpoch();
  }

  /** Loads one batch of one epoch, both counted from 0. */
  public void load(int epoch, int index) {
    batches.fill(epoch, index, buffer);
    plan.load(buffer.images(), buffer.labels(), buffer.count());
  }

  /** Loads the batch of a step that counts on from 0 over all epochs. */
  public void load(long step) {
    load(Math.toIntExact(step / perEpoch()), Math.toIntExact(step % perEpoch()));
  }

  /** Score of the network as it is on all images. */
  public Score score() {
    ScoreSum sum = new ScoreSum();
    for (int index = 0; index < perEpoch(); index++) {
      load(0, index);
      sum.add(plan.forward(Mode.EVALUATION));
    }
    return sum.mean();
  }
}
