package org.simplexity.experiment.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a task may write on this machine; nothing here is needed by another task.
 *
 * @param root folder of the experiment's work, shared by its tasks
 * @param scratch folder of this task alone, by cell key
 */
public record WorkFolder(Path root, Path scratch) {
  /**
   * A folder for files that any task may find again, such as downloads; made if missing.
   *
   * @param name folder name
   */
  public Path shared(String name) {
    return made(root.resolve("cache").resolve(name));
  }

  /**
   * A file or folder of this task alone; the scratch folder is made if missing.
   *
   * @param name file or folder name
   */
  public Path own(String name) {
    return made(scratch).resolve(name);
  }

  private static Path made(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make folder " + folder, e);
    }
  }
}
