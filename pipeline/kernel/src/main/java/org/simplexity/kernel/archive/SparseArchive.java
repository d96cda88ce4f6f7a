package org.simplexity.kernel.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Reads and writes arrays of which many values are 0: the places of the others as bits, and the
 * others.
 *
 * <p>The archive is a {@code .npz}. An array NAME of n values is three of NumPy: {@code NAME.shape}
 * (int32), {@code NAME.mask} (the bits of {@code numpy.packbits(array != 0)}, ⌈n/8⌉ bytes) and
 * {@code NAME.values} (float32, in C order). An array that this would not make smaller is stored as
 * it is, as {@link NumpyArchive} does.
 */
public final class SparseArchive {
  private static final String SHAPE = ".shape";
  private static final String MASK = ".mask";
  private static final String VALUES = ".values";

  private SparseArchive() {}

  /**
   * Writes all arrays, in order; equal arrays give equal files.
   *
   * @param file target, replaced if it exists
   * @param arrays arrays of distinct names
   * @throws IOException if the file cannot be written; a half-written file is removed
   */
  public static void write(Path file, List<NamedArray> arrays) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (NamedArray array : arrays) {
        write(zip, array);
      }
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private static void write(ZipOutputStream zip, NamedArray array) throws IOException {
    float[] values = array.values();
    byte[] mask = new byte[(values.length + 7) / 8];
    float[] others = new float[values.length];
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      if (Float.floatToRawIntBits(values[i]) != 0) {
        mask[i / 8] |= (byte) (0x80 >> (i % 8));
        others[count++] = values[i];
      }
    }
    if (count * Float.BYTES + mask.length >= values.length * Float.BYTES) {
      NumpyArchive.write(zip, array.name(), NumpyFormat.encode(array));
      return;
    }
    String name = array.name();
    ByteBuffer shape =
        ByteBuffer.allocate(Integer.BYTES * array.shape().size()).order(ByteOrder.LITTLE_ENDIAN);
    array.shape().forEach(shape::putInt);
    NumpyArchive.write(
        zip, name + SHAPE, NumpyFormat.encode("<i4", array.shape().size(), shape.array()));
    NumpyArchive.write(zip, name + MASK, NumpyFormat.encode("|u1", mask.length, mask));
    NamedArray left = new NamedArray(name, List.of(count), Arrays.copyOf(others, count));
    NumpyArchive.write(zip, name + VALUES, NumpyFormat.encode(left));
  }

  /**
   * Reads all arrays, in order of the file.
   *
   * @param file archive that {@link #write} wrote
   * @return arrays by name
   * @throws IOException if the file cannot be read or is no such archive; the message names the
   *     entry
   */
  public static Map<String, NamedArray> read(Path file) throws IOException {
    Map<String, NamedArray> arrays = new LinkedHashMap<>();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = NumpyArchive.name(entry);
        if (name.endsWith(SHAPE)) {
          String array = name.substring(0, name.length() - SHAPE.length());
          byte[] shape = zip.readAllBytes();
          arrays.put(array, sparse(array, shape, next(zip, array + MASK, file), zip, file));
        } else {
          arrays.put(name, NumpyFormat.decode(name, zip.readAllBytes(), file));
        }
      }
    }
    if (arrays.isEmpty()) {
      throw new IOException(file + " is not an archive of NumPy arrays: it has no entries");
    }
    return arrays;
  }

  private static NamedArray sparse(
      String name, byte[] shapeBytes, byte[] maskBytes, ZipInputStream zip, Path file)
      throws IOException {
    ByteBuffer extents = NumpyFormat.content("<i4", name + SHAPE, shapeBytes, file);
    ByteBuffer mask = NumpyFormat.content("|u1", name + MASK, maskBytes, file);
    float[] others =
        NumpyFormat.decode(name + VALUES, next(zip, name + VALUES, file), file).values();
    Integer[] shape = new Integer[extents.remaining() / Integer.BYTES];
    Arrays.setAll(shape, i -> extents.getInt());
    int length = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    int ones = 0;
    float[] values = new float[length];
    if (mask.remaining() != (length + 7) / 8) {
      throw damaged(name, file, "its mask has " + mask.remaining() + " bytes");
    }
    for (int i = 0; i < length; i++) {
      if ((mask.get(mask.position() + i / 8) & (0x80 >> (i % 8))) != 0) {
        if (ones == others.length) {
          throw damaged(name, file, "it has only " + ones + " values");
        }
        values[i] = others[ones++];
      }
    }
    if (ones != others.length) {
      throw damaged(name, file, others.length + " values for " + ones + " places");
    }
    return new NamedArray(name, List.of(shape), values);
  }

  private static byte[] next(ZipInputStream zip, String name, Path file) throws IOException {
    ZipEntry entry = zip.getNextEntry();
    if (entry == null || !NumpyArchive.name(entry).equals(name)) {
      throw new IOException("%s lacks the entry %s where it was expected".formatted(file, name));
    }
    return zip.readAllBytes();
  }

  private static IOException damaged(String name, Path file, String how) {
    return new IOException("array %s of %s is damaged: %s".formatted(name, file, how));
  }
}
