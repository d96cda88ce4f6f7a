package org.simplexity.data.source;

import java.nio.file.Path;
import java.util.List;
import org.simplexity.data.DataException;
import org.simplexity.data.DataSettings;
import org.simplexity.data.ImageSet;
import org.simplexity.data.ImageSplits;
import org.simplexity.data.PreparedImages;
import org.simplexity.data.Provenance;
import org.simplexity.data.Seed;

/**
 * Loads a data set and splits it into train, validation and test images.
 *
 * <p>Where a set has no test images of its own, {@code settings.test()} of all images become the
 * test split. Of the others at most {@code settings.limit()} are kept, and {@code
 * settings.validation()} of those become the validation split. Every step is stratified by class.
 */
public final class ImagePreparation {
  private final ImageSources sources;
  private final Progress progress;

  /**
   * A preparation that keeps downloads in a folder.
   *
   * @param cache folder for downloads, such as {@link DownloadCache#standardFolder}
   * @param progress where loading tells how far it is
   */
  public ImagePreparation(Path cache, Progress progress) {
    this.sources = new ImageSources(new DownloadCache(cache));
    this.progress = progress;
  }

  /**
   * Prepares a data set; the same settings, seed and files give the same bytes.
   *
   * @throws DataException if files are missing, damaged, or too few for the splits
   * @throws DownloadException if a download fails
   */
  public PreparedImages prepare(DataSettings settings, Seed seed) throws DownloadException {
    RawImages raw = sources.of(settings).load(progress);
    if (raw.classes().size() < 2) {
      throw new DataException(
          "%s has one class only (%s): at least two are needed to learn a classification"
              .formatted(raw.name(), String.join("", raw.classes())));
    }
    ImageSplits splits = split(raw, settings, seed);
    return new PreparedImages(raw.name(), raw.classes(), splits, provenance(raw, settings, seed));
  }

  private static ImageSplits split(RawImages raw, DataSettings settings, Seed seed) {
    int classes = raw.classes().size();
    ImageSet test = raw.test();
    ImageSet pool = raw.training();
    if (test == null) {
      Stratification parts =
          Stratification.share(pool, classes, settings.test(), seed.child("test"));
      test = parts.taken();
      pool = parts.rest();
    }
    Integer limit = settings.limit();
    if (limit != null && limit < pool.size()) {
      pool = Stratification.take(pool, classes, limit, seed.child("limit")).taken();
    }
    Stratification parts =
        Stratification.share(pool, classes, settings.validation(), seed.child("validation"));
    checkClasses(raw.classes(), parts.rest());
    checkNotEmpty("validation", parts.taken());
    checkNotEmpty("test", test);
    return new ImageSplits(parts.rest(), parts.taken(), test);
  }

  private static void checkClasses(List<String> classes, ImageSet train) {
    int[] counts = train.countByClass(classes.size());
    for (int label = 0; label < counts.length; label++) {
      if (counts[label] == 0) {
        throw new DataException(
            "class %s has no image left in the train split of %s images: raise limit, lower the "
                    .formatted(classes.get(label), train.size())
                + "shares validation and test, or add images");
      }
    }
  }

  private static void checkNotEmpty(String split, ImageSet set) {
    if (set.size() == 0) {
      throw new DataException(
          "the %s split is empty: raise the share %s or add images".formatted(split, split));
    }
  }

  private static Provenance provenance(RawImages raw, DataSettings settings, Seed seed) {
    RawImages.Origin origin = raw.origin();
    Integer limit = settings.limit();
    return new Provenance(
        origin.sources(),
        origin.licence(),
        seed.value(),
        limit == null ? 0 : limit,
        origin.skipped(),
        origin.ignored());
  }
}
