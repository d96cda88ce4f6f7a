package org.simplexity.data.source;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simplexity.data.ImageSet;
import org.simplexity.data.Provenance;

/**
 * What a source yields before splitting.
 *
 * @param name of the data set
 * @param classes names of the classes, in the order of labels
 * @param training images to learn from
 * @param test the set's own test images, or null where it has none
 * @param origin files that were read and left out
 */
record RawImages(
    String name, List<String> classes, ImageSet training, @Nullable ImageSet test, Origin origin) {

  /**
   * Files behind the images.
   *
   * @param sources files read
   * @param licence licence of the data, in one line; empty if unknown
   * @param skipped broken files left out
   * @param ignored number of files that are no images by their names
   */
  record Origin(
      List<Provenance.Source> sources,
      String licence,
      List<Provenance.Skipped> skipped,
      int ignored) {

    static Origin complete(List<Provenance.Source> sources, String licence) {
      return new Origin(sources, licence, List.of(), 0);
    }
  }
}
