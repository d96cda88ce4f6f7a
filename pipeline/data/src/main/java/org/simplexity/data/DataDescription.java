package org.simplexity.data;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What there is to know of prepared images without their pixels: {@code data/provenance.json}.
 *
 * @param name of the data set
 * @param shape shape of every image
 * @param classes names of the classes, in the order of labels
 * @param splits {@code train}, {@code validation} and {@code test}
 * @param statistics of the train split
 * @param provenance where the images come from
 * @param checksum SHA-256 of the prepared file
 */
@JsonPropertyOrder({"name", "shape", "classes", "splits", "statistics", "provenance", "checksum"})
public record DataDescription(
    String name,
    ImageShape shape,
    List<String> classes,
    Map<String, Split> splits,
    ChannelStatistics statistics,
    Provenance provenance,
    String checksum) {

  /**
   * One split.
   *
   * @param images number of images
   * @param perClass number of images of each class, in the order of labels
   * @param sha256 SHA-256 of its labels and pixels: equal images in equal order, equal digest
   */
  @JsonPropertyOrder({"images", "perClass", "sha256"})
  public record Split(int images, List<Integer> perClass, String sha256) {}

  /** Describes prepared images. */
  public static DataDescription of(PreparedImages images) {
    Map<String, Split> splits = new LinkedHashMap<>();
    for (ImageSet set : images.splits().all()) {
      int[] counts = set.countByClass(images.classes().size());
      List<Integer> perClass = Arrays.stream(counts).boxed().toList();
      splits.put(set.name(), new Split(set.size(), perClass, ImagesWriter.checksum(set)));
    }
    return new DataDescription(
        images.name(),
        images.shape(),
        images.classes(),
        splits,
        images.statistics(),
        images.provenance(),
        images.checksum());
  }

  /** The description as indented JSON with {@code snake_case} keys. */
  public String json() {
    ObjectMapper mapper =
        new ObjectMapper()
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT);
    try {
      return mapper.writeValueAsString(this);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
