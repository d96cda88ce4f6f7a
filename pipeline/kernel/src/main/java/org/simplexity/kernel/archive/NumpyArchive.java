package org.simplexity.kernel.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Reads and writes {@code .npz} archives of single-precision arrays; equal arrays give equal files.
 */
public final class NumpyArchive {
  private static final String SUFFIX = ".npy";

  private NumpyArchive() {}

  /**
   * Writes all arrays, in order.
   *
   * @param file target, replaced if it exists
   * @param arrays arrays of distinct names
   * @throws IOException if the file cannot be written; a half-written file is removed
   */
  public static void write(Path file, List<NamedArray> arrays) throws IOException {
    try {
      writeAll(file, arrays);
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private static void writeAll(Path file, List<NamedArray> arrays) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (NamedArray array : arrays) {
        write(zip, array.name(), NumpyFormat.encode(array));
      }
    }
  }

  /** Writes an entry without a date, so that equal arrays give equal files. */
  static void write(ZipOutputStream zip, String name, byte[] array) throws IOException {
    ZipEntry entry = new ZipEntry(name + SUFFIX);
    entry.setLastModifiedTime(FileTime.fromMillis(0));
    zip.putNextEntry(entry);
    zip.write(array);
    zip.closeEntry();
  }

  /** The name that {@link #write} was given. */
  static String name(ZipEntry entry) {
    String name = entry.getName();
    return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
  }

  /**
   * Reads all arrays, in order of the file.
   *
   * @param file archive of little-endian single-precision arrays in C order
   * @return arrays by name
   * @throws IOException if the file cannot be read or is no such archive; the message names the
   *     entry
   */
  public static Map<String, NamedArray> read(Path file) throws IOException {
    Map<String, NamedArray> arrays = new LinkedHashMap<>();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = name(entry);
        arrays.put(name, NumpyFormat.decode(name, zip.readAllBytes(), file));
      }
    }
    if (arrays.isEmpty()) {
      throw new IOException(file + " is not an archive of NumPy arrays: it has no entries");
    }
    return arrays;
  }
}
