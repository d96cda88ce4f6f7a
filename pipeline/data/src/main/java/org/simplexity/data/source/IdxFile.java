package org.simplexity.data.source;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.simplexity.data.DataException;

/**
 * An array of unsigned bytes in IDX format (LeCun, Cortes, Burges 1998, "The MNIST database").
 *
 * <p>Bytes 0..1 are 0, byte 2 is 8 for unsigned bytes, byte 3 the number of dimensions; then one
 * 32-bit big-endian size a dimension, then the values, the last dimension running fastest.
 */
final class IdxFile {
  private static final int UNSIGNED_BYTE = 8;

  private final Path file;
  private final byte[] content;
  private final int[] sizes;

  private IdxFile(Path file, byte[] content, int[] sizes) {
    this.file = file;
    this.content = content;
    this.sizes = sizes;
  }

  /**
   * Reads the content of a file.
   *
   * @param dimensions number of dimensions it must have
   * @throws DataException if it is no whole IDX file of that many dimensions
   */
  static IdxFile parse(Path file, byte[] content, int dimensions) {
    int header = 4 + 4 * dimensions;
    if (content.length < header) {
      throw new DataException(
          "%s: truncated: %s bytes, the IDX header alone has %s; fetch the file again"
              .formatted(file, content.length, header));
    }
    ByteBuffer buffer = ByteBuffer.wrap(content);
    int magic = buffer.getInt();
    int expected = UNSIGNED_BYTE << 8 | dimensions;
    if (magic != expected) {
      throw new DataException(
          "%s: bytes 0..3 are %08x, expected %08x (IDX, unsigned bytes, %s dimensions)"
              .formatted(file, magic, expected, dimensions));
    }
    int[] sizes = new int[dimensions];
    for (int d = 0; d < dimensions; d++) {
      sizes[d] = buffer.getInt();
      if (sizes[d] < 1) {
        throw new DataException(
            "%s: bytes %s..%s say that dimension %s has size %s, expected at least 1"
                .formatted(file, 4 + 4 * d, 7 + 4 * d, d, sizes[d]));
      }
    }
    IdxFile idx = new IdxFile(file, content, sizes);
    idx.checkLength(header);
    return idx;
  }

  /** Size of dimension {@code d}, the slowest being 0. */
  int size(int d) {
    return sizes[d];
  }

  /** Where element {@code i} of dimension 0 begins in the file. */
  int offset(int i) {
    return 4 + 4 * sizes.length + i * stride();
  }

  /** The values of element {@code i} of dimension 0. */
  byte[] element(int i) {
    return Arrays.copyOfRange(content, offset(i), offset(i + 1));
  }

  /** The file it was read from. */
  Path file() {
    return file;
  }

  private void checkLength(int header) {
    long expected = header;
    long values = 1;
    for (int size : sizes) {
      values = values > Integer.MAX_VALUE ? values : values * size;
    }
    expected += values;
    if (content.length != expected) {
      throw new DataException(
          "%s: %s: its header promises %s values, so %s bytes, but it has %s; fetch the file again"
              .formatted(
                  file,
                  content.length < expected ? "truncated" : "too long",
                  Arrays.toString(sizes).replace(", ", " x "),
                  expected,
                  content.length));
    }
  }

  private int stride() {
    return (content.length - 4 - 4 * sizes.length) / sizes[0];
  }
}
