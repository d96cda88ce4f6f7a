package org.simplexity.data;

import java.util.Arrays;

/**
 * A reusable batch of normalised images in NCHW order with their labels.
 *
 * <p>The arrays are shared, not copied: {@link Batches#fill} writes them, a network reads them.
 */
public final class ImageBatch {
  private final ImageShape shape;
  private final int capacity;
  private final float[] images;
  private final int[] labels;
  private int count;

  /** An empty batch with room for {@code capacity} images. */
  public ImageBatch(ImageShape shape, int capacity) {
    this.shape = shape;
    this.capacity = capacity;
    this.images = new float[Math.multiplyExact(capacity, shape.size())];
    this.labels = new int[capacity];
  }

  /** Shape of every image. */
  public ImageShape shape() {
    return shape;
  }

  /** Most images this batch can hold. */
  public int capacity() {
    return capacity;
  }

  /** Number of images held now; less than the capacity only in the last batch of an evaluation. */
  public int count() {
    return count;
  }

  /**
   * Normalised pixels, {@code capacity · channels · height · width} values; those beyond {@link
   * #count} images are 0.
   */
  public float[] images() {
    return images;
  }

  /** Classes from 0, {@code capacity} values; those beyond {@link #count} are 0. */
  public int[] labels() {
    return labels;
  }

  void resize(int images) {
    count = images;
    Arrays.fill(this.images, images * shape.size(), this.images.length, 0f);
    Arrays.fill(labels, images, capacity, 0);
  }
}
