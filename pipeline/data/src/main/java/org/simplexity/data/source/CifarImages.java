package org.simplexity.data.source;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.simplexity.data.Checksums;
import org.simplexity.data.DataException;
import org.simplexity.data.ImageSet;
import org.simplexity.data.ImageShape;
import org.simplexity.data.Provenance;

/**
 * Images in CIFAR binary format: label bytes, then 3 × 32 × 32 pixels, channel-major, per image.
 */
final class CifarImages implements ImageSource {
  private static final ImageShape SHAPE = new ImageShape(3, 32, 32);
  private static final String LICENCE =
      "Krizhevsky 2009, https://www.cs.toronto.edu/~kriz/cifar.html";

  private final CifarDataSet set;
  private final DownloadCache cache;
  private final @Nullable Path from;

  CifarImages(CifarDataSet set, DownloadCache cache, @Nullable Path from) {
    this.set = set;
    this.cache = cache;
    this.from = from;
  }

  @Override
  public RawImages load(Progress progress) throws DownloadException {
    Map<String, byte[]> contents = new CifarFiles(set, cache).read(from, progress);
    ImageSet.Builder training = ImageSet.builder(SHAPE);
    for (String file : set.files().train()) {
      parse(file, contents, set.files().trainImages(), training);
    }
    ImageSet.Builder test = ImageSet.builder(SHAPE);
    parse(set.files().test(), contents, set.files().testImages(), test);
    List<Provenance.Source> sources = new ArrayList<>();
    for (String file : set.fileNames()) {
      sources.add(new Provenance.Source(file, 1, Checksums.of("SHA-256", content(contents, file))));
    }
    ImageSet trainingImages = training.build();
    progress.report(trainingImages.size(), trainingImages.size(), "image", "loaded " + set.name());
    return new RawImages(
        set.name(),
        classes(contents),
        trainingImages,
        test.build(),
        RawImages.Origin.complete(sources, LICENCE));
  }

  private void parse(String file, Map<String, byte[]> contents, int images, ImageSet.Builder into) {
    byte[] content = content(contents, file);
    int labelBytes = set.labels().bytes();
    int record = labelBytes + SHAPE.size();
    long expected = (long) record * images;
    if (content.length != expected) {
      throw new DataException(
          "%s of %s: %s: %s bytes, expected %s (%s images of %s bytes); fetch it again"
              .formatted(
                  file,
                  set.name(),
                  content.length < expected ? "truncated" : "too long",
                  content.length,
                  expected,
                  images,
                  record));
    }
    for (int start = 0; start < content.length; start += record) {
      int pixels = start + labelBytes;
      int label = content[pixels - 1] & 0xff;
      checkLabel(file, pixels - 1, label);
      into.add(Arrays.copyOfRange(content, pixels, start + record), label);
    }
  }

  private void checkLabel(String file, int offset, int label) {
    int classes = set.labels().classes();
    if (label >= classes) {
      throw new DataException(
          "%s of %s: byte %s is label %s, expected 0..%s; fetch it again"
              .formatted(file, set.name(), offset, label, classes - 1));
    }
  }

  private List<String> classes(Map<String, byte[]> contents) {
    String file = set.labels().names();
    String text = new String(content(contents, file), StandardCharsets.UTF_8);
    List<String> names = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    if (names.size() != set.labels().classes()) {
      throw new DataException(
          "%s of %s names %s classes, expected %s"
              .formatted(file, set.name(), names.size(), set.labels().classes()));
    }
    return names;
  }

  private static byte[] content(Map<String, byte[]> contents, String file) {
    byte[] content = contents.get(file);
    if (content == null) {
      throw new IllegalStateException("files of a CIFAR set are read together, but not " + file);
    }
    return content;
  }
}
