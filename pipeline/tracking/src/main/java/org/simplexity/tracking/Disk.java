package org.simplexity.tracking;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Where bytes reach the disk; the one place where a full one shows. */
@FunctionalInterface
interface Disk {
  /** The disk of this machine. */
  Disk REAL = (file, bytes, length) -> file.write(bytes, 0, length);

  /**
   * Writes the first bytes of an array where the file stands, or throws, perhaps having written
   * some. Files are random access files rather than channels, which an interrupt would close.
   */
  void write(RandomAccessFile file, byte[] bytes, int length) throws IOException;

  /** What is wrong with the disk and what to do, for people. */
  static TrackingException failure(String doing, Path file, IOException cause) {
    return new TrackingException(
        "cannot "
            + doing
            + " "
            + file
            + ": "
            + reason(cause)
            + "; free space there or choose another folder",
        cause);
  }

  /** The reason of a failure in a few words. */
  static String reason(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "access denied";
    }
    if (cause instanceof FileSystemException named && named.getReason() != null) {
      return named.getReason();
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
