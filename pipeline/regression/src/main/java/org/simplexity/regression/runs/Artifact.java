package org.simplexity.regression.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.simplexity.tracking.Tracker;

/** Small artifacts as text. */
final class Artifact {
  private Artifact() {}

  static String text(Tracker tracker, String runId, String path) throws IOException {
    Path folder = Files.createTempDirectory("artifact");
    Path file = folder.resolve("content");
    try {
      tracker.download(runId, path, file);
      return Files.readString(file);
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }
}
