package org.simplexity.method.robustness;

import java.util.ArrayList;
import java.util.List;
import org.simplexity.data.ImageSet;
import org.simplexity.data.ImageShape;
import org.simplexity.method.robustness.image.Pixels;

/**
 * Images with their classes.
 *
 * @param images images of one shape, at least one
 * @param labels class of each, from 0
 */
public record LabelledPixels(List<Pixels> images, List<Integer> labels) {
  /** Copies the lists and checks that they fit. */
  public LabelledPixels {
    images = List.copyOf(images);
    labels = List.copyOf(labels);
    if (images.isEmpty() || images.size() != labels.size()) {
      throw new IllegalArgumentException(
          "images %d must be at least 1 and as many as labels %d"
              .formatted(images.size(), labels.size()));
    }
  }

  /**
   * Images spread evenly over a set, so that a set sorted by class gives all of its classes.
   *
   * @param set images
   * @param most most images taken, at least 1
   */
  public static LabelledPixels spread(ImageSet set, int most) {
    int count = Math.min(most, set.size());
    List<Pixels> images = new ArrayList<>(count);
    List<Integer> labels = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int index = (int) ((long) i * set.size() / count);
      images.add(Pixels.of(set, index));
      labels.add(set.label(index));
    }
    return new LabelledPixels(images, labels);
  }

  /** Shape of every image. */
  public ImageShape shape() {
    return images.get(0).shape();
  }

  /** Number of images. */
  public int size() {
    return images.size();
  }

  /**
   * Other images of the same classes.
   *
   * @param others as many images
   */
  public LabelledPixels with(List<Pixels> others) {
    return new LabelledPixels(others, labels);
  }
}
