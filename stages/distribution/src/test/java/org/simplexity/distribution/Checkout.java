package org.simplexity.distribution;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the repository of the running build lies. */
final class Checkout {
  /** Folder of {@code ./simplexity}. */
  static final Path ROOT = root();

  private Checkout() {}

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("simplexity"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("no folder above here has the file simplexity");
    }
    return folder;
  }
}
