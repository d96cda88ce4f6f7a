package org.simplexity.method.ensemble;

import java.util.stream.IntStream;
import org.simplexity.data.ImageSet;

/** True classes of images. Immutable. */
public final class Labels {
  private final int[] classes;

  /**
   * Takes classes.
   *
   * @param classes class of each image, copied
   */
  public Labels(int... classes) {
    this.classes = classes.clone();
  }

  /** The classes of a set, in its order. */
  public static Labels of(ImageSet set) {
    return new Labels(IntStream.range(0, set.size()).map(set::label).toArray());
  }

  /** Number of images. */
  public int size() {
    return classes.length;
  }

  /** Class of an image. */
  public int at(int image) {
    return classes[image];
  }
}
