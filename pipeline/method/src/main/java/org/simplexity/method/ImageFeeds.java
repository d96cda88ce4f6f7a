package org.simplexity.method;

import org.simplexity.data.Batches;
import org.simplexity.data.ImageSet;
import org.simplexity.data.Seed;
import org.simplexity.kernel.Plan;

/**
 * Makes feeds of one plan from splits of one data set.
 *
 * @param plan receiver of the batches
 * @param images statistics and random changes
 * @param batch images a batch
 */
record ImageFeeds(Plan plan, LabelledImages images, int batch) {
  BatchFeed training(ImageSet set, Seed seed) {
    return new BatchFeed(
        plan,
        Batches.training(set, images.prepared().statistics(), batch, images.augmentation(), seed));
  }

  BatchFeed evaluation(ImageSet set) {
    return new BatchFeed(plan, Batches.evaluation(set, images.prepared().statistics(), batch));
  }
}
