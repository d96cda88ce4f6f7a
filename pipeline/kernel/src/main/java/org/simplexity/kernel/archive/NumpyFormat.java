package org.simplexity.kernel.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One array as {@code .npy}, version 1.0: magic, header, little-endian values. */
final class NumpyFormat {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  private static final int PREFIX = MAGIC.length + Short.BYTES;
  private static final int ALIGNMENT = 64;
  private static final Pattern HEADER =
      Pattern.compile(
          "\\{'descr': '<f4', 'fortran_order': False, 'shape': \\(([0-9, ]*)\\),? *\\}\\s*");

  private NumpyFormat() {}

  static byte[] encode(NamedArray array) {
    byte[] header = header(array.shape()).getBytes(ISO_8859_1);
    float[] values = array.values();
    ByteBuffer buffer =
        ByteBuffer.allocate(PREFIX + header.length + Float.BYTES * values.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    buffer.put(MAGIC).putShort((short) header.length).put(header);
    buffer.asFloatBuffer().put(values);
    return buffer.array();
  }

  private static String header(List<Integer> shape) {
    String extents =
        shape.stream().map(extent -> extent + ",").collect(Collectors.joining(" ", "(", ")"));
    String text = "{'descr': '<f4', 'fortran_order': False, 'shape': " + extents + ", }";
    int padding = ALIGNMENT - (PREFIX + text.length() + 1) % ALIGNMENT;
    return text + " ".repeat(padding % ALIGNMENT) + "\n";
  }

  static NamedArray decode(String name, byte[] bytes, Path file) throws IOException {
    String place = "entry " + name + " of " + file;
    if (bytes.length < PREFIX || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new IOException(place + " is not a NumPy array of format 1.0");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int length = Short.toUnsignedInt(buffer.getShort(MAGIC.length));
    int start = PREFIX + length;
    if (start > bytes.length) {
      throw new IOException(place + " ends within its header");
    }
    String header = new String(bytes, PREFIX, length, ISO_8859_1);
    Matcher matcher = HEADER.matcher(header);
    if (!matcher.matches()) {
      throw new IOException(
          place + " is not little-endian single precision in C order: " + header.strip());
    }
    float[] values = new float[(bytes.length - start) / Float.BYTES];
    buffer.position(start).slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    try {
      return new NamedArray(name, extents(matcher.group(1)), values);
    } catch (IllegalArgumentException e) {
      throw new IOException(place + " is damaged: " + e.getMessage(), e);
    }
  }

  private static List<Integer> extents(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .map(Integer::valueOf)
        .toList();
  }
}
