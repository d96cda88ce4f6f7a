package org.simplexity.tracking;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Copies of artifacts that have not arrived yet, beside the journal that names them. */
final class Spool {
  private final Path folder;
  private final Disk disk;
  private final AtomicLong count = new AtomicLong();

  Spool(Path folder, Disk disk) {
    this.folder = folder;
    this.disk = disk;
  }

  /** Copies a stream and returns the name of the copy. */
  String put(InputStream source) {
    String name = Long.toString(count.incrementAndGet());
    Path copy = file(name);
    try {
      Files.createDirectories(folder);
      FileCopy.of(source, copy, disk);
      return name;
    } catch (DiskFailure e) {
      throw Disk.failure("write the copy of an artifact", copy, e.cause());
    } catch (IOException e) {
      throw Disk.failure("copy an artifact to", copy, e);
    }
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /** Deletes one copy. */
  void drop(String name) throws IOException {
    Files.deleteIfExists(file(name));
  }

  /** Deletes the folder with all copies. */
  void delete() throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> copies = Files.list(folder)) {
        for (Path copy : copies.toList()) {
          Files.delete(copy);
        }
      }
      Files.delete(folder);
    }
  }
}
