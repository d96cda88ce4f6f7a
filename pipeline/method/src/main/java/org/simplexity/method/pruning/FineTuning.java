package org.simplexity.method.pruning;

import org.simplexity.data.ImageSet;
import org.simplexity.data.PreparedImages;
import org.simplexity.kernel.FlatVector;
import org.simplexity.kernel.Network;
import org.simplexity.kernel.Plan;
import org.simplexity.method.BatchFeed;
import org.simplexity.method.Conditions;
import org.simplexity.method.LabelledImages;
import org.simplexity.method.WeightStep;
import org.simplexity.method.weights.FamilySettings;

/**
 * Trains the weights that a mask leaves on the cross-entropy; those that it removed stay 0.
 *
 * <p>Every call starts with a fresh optimiser and the same order of batches.
 */
public final class FineTuning implements AutoCloseable {
  private final Plan plan;
  private final FineTuningSettings settings;
  private final BatchFeed train;

  /**
   * Compiles the network.
   *
   * @param network network
   * @param images images whose training split is used, with the validation split if the fitting
   *     used it too
   * @param fitted how the weights were fitted
   * @param settings epochs and optimiser
   * @param conditions threads, and the seed of the order of images
   */
  public FineTuning(
      Network network,
      LabelledImages images,
      FamilySettings fitted,
      FineTuningSettings settings,
      Conditions conditions) {
    this.settings = settings;
    this.plan = Plan.compile(network, conditions.plan(fitted.batch()));
    PreparedImages prepared = images.prepared();
    ImageSet set =
        fitted.includeValidation()
            ? prepared.train().with(prepared.validation())
            : prepared.train();
    this.train = fitted.feeds(plan, images).training(set, conditions.seed().child("fine-tuning"));
  }

  /**
   * Trains.
   *
   * @param weights weights to start from
   * @param mask what is removed of them
   * @return the weights after the last epoch, 0 where they are removed
   * @throws org.simplexity.method.DivergedException if the loss is not finite
   */
  public float[] run(float[] weights, PruningMask mask) {
    FlatVector vector = plan.parameters();
    for (int i = 0; i < weights.length; i++) {
      vector.set(i, weights[i]);
    }
    clear(vector, mask);
    WeightStep step = new WeightStep(plan, settings.optimiser(), settings.epochs());
    for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
      for (int index = 0; index < train.perEpoch(); index++) {
        train.load(epoch - 1, index);
        step.take(epoch, index);
        clear(vector, mask);
      }
    }
    return vector.toFloatArray();
  }

  private static void clear(FlatVector vector, PruningMask mask) {
    mask.indices().forEach(i -> vector.set(i, 0));
  }

  @Override
  public void close() {
    plan.close();
  }
}
