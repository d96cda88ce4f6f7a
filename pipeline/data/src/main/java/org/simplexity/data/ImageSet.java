package org.simplexity.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Labelled images of one shape, held as bytes in channel-major order (channel, row, column).
 *
 * <p>Immutable; sets made by {@link #select} share the pixels of the set they come from.
 */
public final class ImageSet {
  private final String name;
  private final ImageShape shape;
  private final byte[][] images;
  private final int[] labels;

  private ImageSet(String name, ImageShape shape, byte[][] images, int[] labels) {
    this.name = name;
    this.shape = shape;
    this.images = images;
    this.labels = labels;
  }

  /** Starts an empty set of images of one shape. */
  public static Builder builder(ImageShape shape) {
    return new Builder(shape);
  }

  /** What messages call this set: "train", "validation", "test", or "images" at first. */
  public String name() {
    return name;
  }

  /** The same images under another name. */
  public ImageSet named(String newName) {
    return new ImageSet(newName, shape, images, labels);
  }

  /** Number of images. */
  public int size() {
    return labels.length;
  }

  /** Shape of every image. */
  public ImageShape shape() {
    return shape;
  }

  /** Class of image {@code i}, counted from 0. */
  public int label(int i) {
    return labels[i];
  }

  /**
   * Copies the {@code shape().size()} bytes of image {@code i}, each to be read as 0..255, to
   * {@code into} from {@code offset} on.
   */
  public void pixels(int i, byte[] into, int offset) {
    System.arraycopy(images[i], 0, into, offset, images[i].length);
  }

  /** One value of image {@code i} as 0..255, at {@code position} in channel-major order. */
  public int pixel(int i, int position) {
    return images[i][position] & 0xff;
  }

  /** The images at these indices, in this order. */
  public ImageSet select(int... indices) {
    byte[][] chosen = new byte[indices.length][];
    int[] chosenLabels = new int[indices.length];
    for (int k = 0; k < indices.length; k++) {
      chosen[k] = images[indices[k]];
      chosenLabels[k] = labels[indices[k]];
    }
    return new ImageSet(name, shape, chosen, chosenLabels);
  }

  /**
   * These images followed by those of another set, under the name of this one.
   *
   * @throws IllegalArgumentException if the images have another shape
   */
  public ImageSet with(ImageSet other) {
    if (!other.shape.equals(shape)) {
      throw new IllegalArgumentException(
          "images of %s cannot join images of %s".formatted(other.shape, shape));
    }
    byte[][] all = Arrays.copyOf(images, images.length + other.images.length);
    System.arraycopy(other.images, 0, all, images.length, other.images.length);
    int[] allLabels = Arrays.copyOf(labels, all.length);
    System.arraycopy(other.labels, 0, allLabels, images.length, other.labels.length);
    return new ImageSet(name, shape, all, allLabels);
  }

  /** Number of images of each of {@code classes} classes. */
  public int[] countByClass(int classes) {
    int[] counts = new int[classes];
    for (int label : labels) {
      counts[label]++;
    }
    return counts;
  }

  /** A copy of all labels, in order. */
  public int[] labels() {
    return labels.clone();
  }

  byte[] image(int i) {
    return images[i];
  }

  /** Gathers images one by one. */
  public static final class Builder {
    private final ImageShape shape;
    private final List<byte[]> images = new ArrayList<>();
    private final List<Integer> labels = new ArrayList<>();

    private Builder(ImageShape shape) {
      this.shape = shape;
    }

    /**
     * Adds one image of class {@code label}; its bytes are copied.
     *
     * @throws IllegalArgumentException if the number of bytes does not fit the shape or the label
     *     is negative
     */
    public Builder add(byte[] pixels, int label) {
      if (pixels.length != shape.size()) {
        throw new IllegalArgumentException(
            "%s bytes are not an image of %s".formatted(pixels.length, shape));
      }
      if (label < 0) {
        throw new IllegalArgumentException("label " + label + " is negative");
      }
      images.add(pixels.clone());
      labels.add(label);
      return this;
    }

    /** The set of all images added so far. */
    public ImageSet build() {
      return new ImageSet(
          "images",
          shape,
          images.toArray(byte[][]::new),
          labels.stream().mapToInt(Integer::intValue).toArray());
    }
  }
}
