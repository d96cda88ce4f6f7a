package org.simplexity.tracking;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies a stream into a new file, whole and on the disk, or leaves no file. */
final class FileCopy {
  private static final int CHUNK = 1 << 16;

  private FileCopy() {}

  /**
   * Returns the number of bytes.
   *
   * @throws DiskFailure if the file cannot be written
   * @throws IOException if the source cannot be read
   */
  static long of(InputStream source, Path target, Disk disk) throws IOException {
    try {
      return write(source, target, disk);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(target);
      throw e;
    }
  }

  private static long write(InputStream source, Path target, Disk disk) throws IOException {
    try (RandomAccessFile file = open(target)) {
      byte[] chunk = new byte[CHUNK];
      int count;
      while ((count = source.readNBytes(chunk, 0, CHUNK)) > 0) {
        put(file, chunk, count, target, disk);
      }
      file.getFD().sync();
      return file.length();
    }
  }

  private static RandomAccessFile open(Path target) throws DiskFailure {
    try {
      RandomAccessFile file = new RandomAccessFile(target.toFile(), "rw");
      file.setLength(0);
      return file;
    } catch (IOException e) {
      throw new DiskFailure(target, e);
    }
  }

  private static void put(RandomAccessFile file, byte[] bytes, int length, Path target, Disk disk)
      throws DiskFailure {
    try {
      disk.write(file, bytes, length);
    } catch (IOException e) {
      throw new DiskFailure(target, e);
    }
  }
}
