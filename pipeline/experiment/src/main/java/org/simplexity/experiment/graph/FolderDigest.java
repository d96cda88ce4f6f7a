package org.simplexity.experiment.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells whether the files of a folder have changed, by their names, sizes and times: quick even for
 * many images. Equal files copied elsewhere with new times count as changed.
 */
final class FolderDigest {
  private FolderDigest() {}

  /**
   * The digest of a folder or file.
   *
   * @param folder folder, read with all folders below it
   * @return 64 hexadecimal digits, or {@code absent} where there is nothing
   */
  static String of(Path folder) {
    if (!Files.exists(folder)) {
      return "absent";
    }
    try (Stream<Path> files = Files.walk(folder)) {
      String listing =
          files
              .filter(Files::isRegularFile)
              .sorted()
              .map(file -> line(folder, file))
              .collect(Collectors.joining());
      return Sha256.hex(listing.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list folder " + folder, e);
    }
  }

  private static String line(Path folder, Path file) {
    try {
      return "%s %d %d%n"
          .formatted(
              folder.relativize(file),
              Files.size(file),
              Files.getLastModifiedTime(file).toMillis());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
