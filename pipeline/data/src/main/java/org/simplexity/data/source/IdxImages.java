package org.simplexity.data.source;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.simplexity.data.Checksums;
import org.simplexity.data.DataException;
import org.simplexity.data.ImageSet;
import org.simplexity.data.ImageShape;
import org.simplexity.data.Provenance;
import org.simplexity.data.source.IdxDataSet.IdxFileName;

/**
 * Images and labels from four IDX files, downloaded or from a folder.
 *
 * <p>The content outside gzip must have the published checksum, wherever it comes from: gzip
 * wrappings differ between mirrors, and a flipped bit in plain IDX shows nowhere else.
 */
final class IdxImages implements ImageSource {
  private final IdxDataSet set;
  private final DownloadCache cache;
  private final @Nullable Path from;

  IdxImages(IdxDataSet set, DownloadCache cache, @Nullable Path from) {
    this.set = set;
    this.cache = cache;
    this.from = from;
  }

  @Override
  public RawImages load(Progress progress) throws DownloadException {
    IdxDataSet.Files files = set.files();
    ImageSet training = read(files.train(), files.trainLabels(), progress);
    ImageSet test = read(files.test(), files.testLabels(), progress);
    int images = training.size() + test.size();
    progress.report(images, images, "image", "loaded " + set.name());
    List<Provenance.Source> sources = new ArrayList<>();
    for (IdxFileName file : files.all()) {
      sources.add(new Provenance.Source(file.name(), 1, file.sha256()));
    }
    return new RawImages(
        set.name(),
        set.classes(),
        training,
        test,
        RawImages.Origin.complete(sources, set.licence()));
  }

  private ImageSet read(IdxFileName images, IdxFileName labels, Progress progress)
      throws DownloadException {
    IdxFile pixels = read(images, 3, progress);
    IdxFile classes = read(labels, 1, progress);
    if (pixels.size(0) != classes.size(0)) {
      throw new DataException(
          "%s has %s images but %s has %s labels"
              .formatted(pixels.file(), pixels.size(0), classes.file(), classes.size(0)));
    }
    ImageSet.Builder builder = ImageSet.builder(new ImageShape(1, pixels.size(1), pixels.size(2)));
    for (int i = 0; i < pixels.size(0); i++) {
      int label = classes.element(i)[0] & 0xff;
      if (label >= set.classes().size()) {
        throw new DataException(
            "%s: byte %s is label %s, expected 0..%s"
                .formatted(classes.file(), classes.offset(i), label, set.classes().size() - 1));
      }
      builder.add(pixels.element(i), label);
    }
    return builder.build();
  }

  private IdxFile read(IdxFileName file, int dimensions, Progress progress)
      throws DownloadException {
    Path path = locate(file, progress);
    byte[] content = Unwrapped.read(path);
    IdxFile idx = IdxFile.parse(path, content, dimensions);
    complaint(file, content)
        .ifPresent(
            wrong -> {
              throw new DataException(
                  "%s: not the published file of %s: %s; fetch it again"
                      .formatted(path, set.name(), wrong));
            });
    return idx;
  }

  private Path locate(IdxFileName file, Progress progress) throws DownloadException {
    String wrapped = file.name() + ".gz";
    if (from != null) {
      return new LocalFiles(from, set.name()).find(List.of(wrapped, file.name()));
    }
    List<URI> mirrors = set.mirrors().stream().map(m -> URI.create(m + wrapped)).toList();
    return cache.fetch(
        set.name(), new RemoteFile(wrapped, mirrors, path -> complaint(file, path)), progress);
  }

  private static Optional<String> complaint(IdxFileName file, Path path) {
    try {
      return complaint(file, Unwrapped.read(path));
    } catch (DataException e) {
      return Optional.ofNullable(e.getMessage());
    }
  }

  private static Optional<String> complaint(IdxFileName file, byte[] content) {
    String found = Checksums.of("SHA-256", content);
    return found.equals(file.sha256())
        ? Optional.empty()
        : Optional.of(
            "SHA-256 of the unwrapped content is %s, expected %s".formatted(found, file.sha256()));
  }
}
