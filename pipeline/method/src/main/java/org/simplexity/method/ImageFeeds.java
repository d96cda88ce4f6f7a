package org.simplexity.method;

import org.simplexity.data.Augmentation;
import org.simplexity.data.Batches;
import org.simplexity.data.ChannelStatistics;
import org.simplexity.data.ImageSet;
import org.simplexity.data.Seed;
import org.simplexity.kernel.Plan;

/**
 * Makes feeds of one plan from splits of one data set.
 *
 * @param plan receiver of the batches
 * @param augmentation random changes of training images
 * @param statistics mean and deviation that pixels are normalised with
 * @param batch images a batch
 */
public record ImageFeeds(
    Plan plan, Augmentation augmentation, ChannelStatistics statistics, int batch) {
  /**
   * Feeds of pixels that are normalised with the statistics of the train split.
   *
   * @param plan receiver of the batches
   * @param images statistics and random changes
   * @param batch images a batch
   */
  public ImageFeeds(Plan plan, LabelledImages images, int batch) {
    this(plan, images.augmentation(), images.prepared().statistics(), batch);
  }

  /**
   * Changed and shuffled images.
   *
   * @param set split
   * @param seed seed of order and changes
   */
  public BatchFeed training(ImageSet set, Seed seed) {
    return new BatchFeed(plan, Batches.training(set, statistics, batch, augmentation, seed));
  }

  /**
   * All images as they are, in their order.
   *
   * @param set split
   */
  public BatchFeed evaluation(ImageSet set) {
    return new BatchFeed(plan, Batches.evaluation(set, statistics, batch));
  }
}
