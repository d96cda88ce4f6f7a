package org.simplexity.data;

/**
 * The batches of a set of images, each determined by (seed, epoch, index) alone.
 *
 * <p>Batches may be filled in any order, by any number of threads, and after a restart: the same
 * (seed, epoch, index) gives the same floats to the last bit.
 */
public final class Batches {
  private final ImageSet set;
  private final int batchSize;
  private final Normaliser normaliser;
  private final Draws draws;

  private Batches(ImageSet set, ChannelStatistics statistics, int batchSize, Draws draws) {
    if (batchSize < 1) {
      throw new IllegalArgumentException("batch " + batchSize + " is smaller than 1");
    }
    this.set = set;
    this.batchSize = batchSize;
    this.normaliser = new Normaliser(set.shape(), statistics);
    this.draws = draws;
  }

  /**
   * Shuffled and augmented batches for training; the last, partial batch of an epoch is dropped.
   *
   * @throws IllegalArgumentException if the batch is larger than the set
   */
  public static Batches training(
      ImageSet set,
      ChannelStatistics statistics,
      int batchSize,
      Augmentation augmentation,
      Seed seed) {
    if (batchSize > set.size()) {
      throw new IllegalArgumentException(
          ("batch %s is larger than the %s split: %s images; lower the batch, or change the split"
                  + " with data.limit and data.validation")
              .formatted(batchSize, set.name(), set.size()));
    }
    return new Batches(set, statistics, batchSize, new RandomDraws(set, augmentation, seed));
  }

  /** Batches in the order of the set, without augmentation; the last batch may be partial. */
  public static Batches evaluation(ImageSet set, ChannelStatistics statistics, int batchSize) {
    return new Batches(set, statistics, batchSize, new PlainDraws(set));
  }

  /** Number of batches in an epoch. */
  public int perEpoch() {
    int size = set.size();
    return draws.keepsPartial() ? (size + batchSize - 1) / batchSize : size / batchSize;
  }

  /** Largest number of images in a batch. */
  public int batchSize() {
    return batchSize;
  }

  /** A new batch of the right shape and capacity to be filled again and again. */
  public ImageBatch newBatch() {
    return new ImageBatch(set.shape(), batchSize);
  }

  /**
   * Fills {@code into} with batch {@code index} of {@code epoch}.
   *
   * @param epoch from 0; without meaning for evaluation
   * @param index in 0..{@link #perEpoch} − 1
   * @throws IndexOutOfBoundsException if there is no such batch
   * @throws IllegalArgumentException if {@code into} has another shape or capacity
   */
  public void fill(int epoch, int index, ImageBatch into) {
    checkFits(index, into);
    int first = index * batchSize;
    int count = Math.min(batchSize, set.size() - first);
    int[] order = draws.order(epoch);
    into.resize(count);
    for (int k = 0; k < count; k++) {
      int image = order[first + k];
      into.labels()[k] = set.label(image);
      normaliser.write(
          set.image(image),
          draws.placement(epoch, first + k),
          into.images(),
          k * set.shape().size());
    }
  }

  private void checkFits(int index, ImageBatch into) {
    if (index < 0 || index >= perEpoch()) {
      throw new IndexOutOfBoundsException(
          "batch %s of %s of the %s split".formatted(index, perEpoch(), set.name()));
    }
    if (!into.shape().equals(set.shape()) || into.capacity() != batchSize) {
      throw new IllegalArgumentException(
          "a batch of %s images of %s cannot hold %s images of %s"
              .formatted(into.capacity(), into.shape(), batchSize, set.shape()));
    }
  }
}
