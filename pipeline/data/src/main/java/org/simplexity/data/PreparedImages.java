package org.simplexity.data;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A data set ready for training: three splits, statistics of the train split, and provenance.
 *
 * <p>Written as one file, {@code data/images.bin}, that ends with the SHA-256 of all before it.
 */
public final class PreparedImages {
  private final String name;
  private final List<String> classes;
  private final ImageSplits splits;
  private final ChannelStatistics statistics;
  private final Provenance provenance;
  private final String checksum;

  /**
   * Prepared images; statistics and checksum follow from the arguments.
   *
   * @param name of the data set, such as {@code "fashion-mnist"}
   * @param classes names of the classes, in the order of labels
   * @throws IllegalArgumentException if a label has no class
   */
  public PreparedImages(
      String name, List<String> classes, ImageSplits splits, Provenance provenance) {
    this(name, classes, splits, provenance, null);
  }

  PreparedImages(
      String name,
      List<String> classes,
      ImageSplits splits,
      Provenance provenance,
      @Nullable String checksum) {
    this.name = name;
    this.classes = List.copyOf(classes);
    this.splits = splits;
    this.provenance = provenance;
    checkLabels(splits, this.classes);
    this.statistics = ChannelStatistics.of(splits.train());
    this.checksum = checksum != null ? checksum : ImagesWriter.checksum(this);
  }

  /**
   * Reads a file made by {@link #write}.
   *
   * @throws DataException if the file is missing, truncated, altered or of another kind
   */
  public static PreparedImages read(Path file) {
    return new ImagesReader(file).read();
  }

  /**
   * Writes one file under a temporary name, flushes it to disk and renames it.
   *
   * @throws java.io.UncheckedIOException if the disk is full or not writable
   */
  public void write(Path file) {
    ImagesWriter.write(this, file);
  }

  /** Name of the data set. */
  public String name() {
    return name;
  }

  /** Shape of every image. */
  public ImageShape shape() {
    return splits.train().shape();
  }

  /** Names of the classes, in the order of labels. */
  public List<String> classes() {
    return classes;
  }

  /** The three splits. */
  public ImageSplits splits() {
    return splits;
  }

  /** Images that weights learn from. */
  public ImageSet train() {
    return splits.train();
  }

  /** Images that structure learns from. */
  public ImageSet validation() {
    return splits.validation();
  }

  /** Images looked at once, at the end. */
  public ImageSet test() {
    return splits.test();
  }

  /** Mean and standard deviation of each channel of the train split. */
  public ChannelStatistics statistics() {
    return statistics;
  }

  /** Where the images come from. */
  public Provenance provenance() {
    return provenance;
  }

  /** SHA-256 in lower-case hexadecimal digits of all the file holds: equal data, equal checksum. */
  public String checksum() {
    return checksum;
  }

  private static void checkLabels(ImageSplits splits, List<String> classes) {
    for (ImageSet set : splits.all()) {
      for (int i = 0; i < set.size(); i++) {
        if (set.label(i) >= classes.size()) {
          throw new IllegalArgumentException(
              "label %s of image %s of the %s split has no class: there are %s"
                  .formatted(set.label(i), i, set.name(), classes.size()));
        }
      }
    }
  }
}
