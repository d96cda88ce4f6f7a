package org.simplexity.data;

import java.util.List;

/**
 * Three sets of images of one shape.
 *
 * @param train images that weights learn from
 * @param validation images that structure learns from and that choose between models
 * @param test images looked at once, at the end
 */
public record ImageSplits(ImageSet train, ImageSet validation, ImageSet test) {
  /**
   * Names the sets after their roles and checks them.
   *
   * @throws IllegalArgumentException if one is empty or shapes differ
   */
  public ImageSplits {
    train = train.named("train");
    validation = validation.named("validation");
    test = test.named("test");
    for (ImageSet set : List.of(train, validation, test)) {
      if (set.size() == 0) {
        throw new IllegalArgumentException("the " + set.name() + " split is empty");
      }
      if (!set.shape().equals(train.shape())) {
        throw new IllegalArgumentException(
            "the %s split has images of %s, the train split of %s"
                .formatted(set.name(), set.shape(), train.shape()));
      }
    }
  }

  /** Train, validation and test, in this order. */
  public List<ImageSet> all() {
    return List.of(train, validation, test);
  }
}
