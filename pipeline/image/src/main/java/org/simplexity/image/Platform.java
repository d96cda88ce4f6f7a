package org.simplexity.image;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/**
 * A machine that images run on, under the names that libraries call it in the folders of their
 * jars.
 *
 * @param javacpp name in JavaCPP's jars, also with something behind a hyphen
 * @param others names in other jars
 */
record Platform(String javacpp, List<String> others) {
  private static final Platform AMD64 =
      new Platform("linux-x86_64", List.of("linux-x64", "linux-x86-64"));
  private static final Platform ARM64 = new Platform("linux-arm64", List.of("linux-aarch64"));

  /** The one that this program runs on; images are for Linux. */
  static Platform here() {
    return of(System.getProperty("os.arch", ""));
  }

  /**
   * The platform of an architecture.
   *
   * @throws IllegalArgumentException if images are not made for it
   */
  static Platform of(String architecture) {
    return switch (architecture.toLowerCase(Locale.ROOT)) {
      case "amd64", "x86_64" -> AMD64;
      case "aarch64", "arm64" -> ARM64;
      default ->
          throw new IllegalArgumentException(
              "architecture '%s' has no images; there are amd64 and aarch64"
                  .formatted(architecture));
    };
  }

  /** Whether an entry of a jar is a native library of this machine. */
  boolean loads(String entry) {
    Path path = Path.of(entry);
    return isShared(path) && path.getParent() != null && inFolder(path.getParent());
  }

  private static boolean isShared(Path path) {
    return path.getFileName().toString().matches(".+\\.so(\\.\\d+)*");
  }

  private boolean inFolder(Path folders) {
    return StreamSupport.stream(folders.spliterator(), false)
        .map(Path::toString)
        .anyMatch(name -> others.contains(name) || isOurs(name));
  }

  private boolean isOurs(String name) {
    return name.equals(javacpp) || name.startsWith(javacpp + "-");
  }
}
