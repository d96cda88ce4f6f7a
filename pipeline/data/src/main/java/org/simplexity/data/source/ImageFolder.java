package org.simplexity.data.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simplexity.data.BrokenImages;
import org.simplexity.data.DataException;
import org.simplexity.data.DataSettings;
import org.simplexity.data.ImageSet;
import org.simplexity.data.ImageShape;
import org.simplexity.data.Provenance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PNG and JPEG files of the user's, one folder a class, all brought to one shape. */
final class ImageFolder implements ImageSource {
  private static final Logger LOG = LoggerFactory.getLogger(ImageFolder.class);
  private static final int NAMED = 5;

  private final Path root;
  private final Options options;

  /**
   * What images become, and what broken ones do.
   *
   * @param shape shape of the result
   * @param broken policy
   */
  record Options(ImageShape shape, BrokenImages broken) {
    static Options of(DataSettings settings) {
      int side = settings.imageSize();
      return new Options(new ImageShape(settings.channels(), side, side), settings.brokenImages());
    }
  }

  ImageFolder(Path root, Options options) {
    this.root = root;
    this.options = options;
  }

  @Override
  public RawImages load(Progress progress) {
    FolderListing listing = FolderListing.of(root);
    FolderDecoding decoding = FolderDecoding.run(root, listing.all(), options.shape(), progress);
    report(decoding.broken(), listing.all().size());
    int training = listing.training().size();
    ImageSet trainingImages = build(listing, decoding.images().subList(0, training), 0);
    ImageSet testImages =
        listing.test().isEmpty()
            ? null
            : build(listing, decoding.images().subList(training, listing.all().size()), training);
    checkClasses(listing.classes(), trainingImages);
    return new RawImages(
        listing.name(),
        listing.classes(),
        trainingImages,
        testImages,
        new RawImages.Origin(
            List.of(
                new Provenance.Source(listing.name(), listing.all().size(), decoding.checksum())),
            "",
            decoding.broken(),
            listing.ignored()));
  }

  private void report(List<Provenance.Skipped> broken, int files) {
    if (broken.isEmpty()) {
      return;
    }
    List<String> named = new ArrayList<>();
    for (Provenance.Skipped skipped : broken.subList(0, Math.min(NAMED, broken.size()))) {
      named.add("%s (%s)".formatted(root.resolve(skipped.file()), skipped.reason()));
    }
    String more = broken.size() > NAMED ? " and %s more".formatted(broken.size() - NAMED) : "";
    String what =
        "%s of %s images cannot be read: %s%s"
            .formatted(broken.size(), files, String.join(", ", named), more);
    if (options.broken() == BrokenImages.FAIL) {
      throw new DataException(
          what + "; mend or remove them, or set data.broken_images: skip to leave them out");
    }
    LOG.warn("{}; left out because of data.broken_images: skip", what);
  }

  private ImageSet build(FolderListing listing, List<byte @Nullable []> images, int first) {
    ImageSet.Builder builder = ImageSet.builder(options.shape());
    for (int i = 0; i < images.size(); i++) {
      byte[] pixels = images.get(i);
      if (pixels != null) {
        builder.add(pixels, listing.all().get(first + i).label());
      }
    }
    return builder.build();
  }

  private void checkClasses(List<String> classes, ImageSet images) {
    int[] counts = images.countByClass(classes.size());
    for (int label = 0; label < counts.length; label++) {
      if (counts[label] == 0) {
        throw new DataException(
            "class %s of %s has no readable training image".formatted(classes.get(label), root));
      }
    }
  }
}
