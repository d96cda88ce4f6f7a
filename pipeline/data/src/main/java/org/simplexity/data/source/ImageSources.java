package org.simplexity.data.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.simplexity.data.DataException;
import org.simplexity.data.DataSettings;

/** Which source serves which data set. */
final class ImageSources {
  private final DownloadCache cache;

  ImageSources(DownloadCache cache) {
    this.cache = cache;
  }

  ImageSource of(DataSettings settings) {
    Path folder = folder(settings.from());
    return switch (settings.set()) {
      case DIGITS -> new BundledDigits();
      case MNIST -> new IdxImages(IdxDataSet.MNIST, cache, folder);
      case FASHION_MNIST -> new IdxImages(IdxDataSet.FASHION_MNIST, cache, folder);
      case CIFAR10 -> new CifarImages(CifarDataSet.CIFAR10, cache, folder);
      case CIFAR100 -> new CifarImages(CifarDataSet.CIFAR100, cache, folder);
      case IMAGE_FOLDER ->
          new ImageFolder(Objects.requireNonNull(folder), ImageFolder.Options.of(settings));
    };
  }

  private static @Nullable Path folder(@Nullable String from) {
    if (from == null) {
      return null;
    }
    Path folder = Path.of(from);
    if (!Files.isDirectory(folder)) {
      String found = Files.exists(folder) ? "is a file, not a folder" : "does not exist";
      throw new DataException(
          "data.from: folder %s %s (looked up as %s)"
              .formatted(from, found, folder.toAbsolutePath().normalize()));
    }
    return folder;
  }
}
