package org.simplexity.experiment.stage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The checkpoints of one task in one folder: the newest and the one before it. */
final class CheckpointFiles {
  private static final Logger LOG = LoggerFactory.getLogger(CheckpointFiles.class);
  private static final int KEPT = 2;

  private final Path folder;

  CheckpointFiles(Path folder) {
    this.folder = folder;
  }

  /** Writes under a temporary name, forces it to the disk, renames it, drops what is too old. */
  Path write(Checkpoint checkpoint) throws IOException {
    Path file = folder.resolve(String.format(Locale.ROOT, "epoch-%06d.ckpt", checkpoint.epoch()));
    Path temporary = folder.resolve(file.getFileName() + ".part");
    try {
      Files.createDirectories(folder);
      force(temporary, CheckpointCodec.encode(checkpoint));
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
      forceFolder();
    } catch (IOException e) {
      Files.deleteIfExists(temporary);
      throw new IOException("cannot write checkpoint " + file + ": " + e.getMessage(), e);
    }
    for (Path old : newestFirst().stream().skip(KEPT).toList()) {
      Files.deleteIfExists(old);
    }
    return file;
  }

  /** The newest whole checkpoint. */
  Optional<Checkpoint> newest() throws IOException {
    for (Path file : newestFirst()) {
      Optional<Checkpoint> checkpoint = read(file);
      if (checkpoint.isPresent()) {
        return checkpoint;
      }
    }
    return Optional.empty();
  }

  /** The checkpoint of one file; empty, with a warning, if it is damaged. */
  static Optional<Checkpoint> read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    try {
      return Optional.of(CheckpointCodec.decode(bytes));
    } catch (IOException e) {
      LOG.warn("Passing over checkpoint {}: {}", file, e.getMessage());
      return Optional.empty();
    }
  }

  /** Removes all, when the task has ended well. */
  void clear() throws IOException {
    for (Path file : newestFirst()) {
      Files.deleteIfExists(file);
    }
    Files.deleteIfExists(folder);
  }

  private List<Path> newestFirst() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".ckpt"))
          .sorted(Comparator.comparing(Path::toString).reversed())
          .toList();
    }
  }

  private static void force(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  /** Makes the rename survive a power cut, where the system lets a folder be opened. */
  private void forceFolder() {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      LOG.debug("Folder {} cannot be forced to the disk: {}", folder, e.toString());
    }
  }
}
