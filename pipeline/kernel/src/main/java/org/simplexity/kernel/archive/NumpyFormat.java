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
  private static final String SINGLE = "<f4";
  private static final Pattern HEADER =
      Pattern.compile(
          "\\{'descr': '(<f4|<i4|\\|u1)', 'fortran_order': False, 'shape': \\(([0-9, ]*)\\),? *\\}\\s*");

  private NumpyFormat() {}

  static byte[] encode(NamedArray array) {
    float[] values = array.values();
    ByteBuffer content =
        ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    content.asFloatBuffer().put(values);
    return encode(SINGLE, array.shape(), content.array());
  }

  /** A vector of {@code length} little-endian numbers. */
  static byte[] encode(String type, int length, byte[] content) {
    return encode(type, List.of(length), content);
  }

  private static byte[] encode(String type, List<Integer> shape, byte[] content) {
    byte[] header = header(type, shape).getBytes(ISO_8859_1);
    ByteBuffer buffer =
        ByteBuffer.allocate(PREFIX + header.length + content.length).order(ByteOrder.LITTLE_ENDIAN);
    buffer.put(MAGIC).putShort((short) header.length).put(header).put(content);
    return buffer.array();
  }

  private static String header(String type, List<Integer> shape) {
    String extents =
        shape.stream().map(extent -> extent + ",").collect(Collectors.joining(" ", "(", ")"));
    String text = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + extents + ", }";
    int padding = ALIGNMENT - (PREFIX + text.length() + 1) % ALIGNMENT;
    return text + " ".repeat(padding % ALIGNMENT) + "\n";
  }

  static NamedArray decode(String name, byte[] bytes, Path file) throws IOException {
    Matcher header = header(SINGLE, name, bytes, file);
    ByteBuffer content = content(SINGLE, name, bytes, file);
    float[] values = new float[content.remaining() / Float.BYTES];
    content.asFloatBuffer().get(values);
    try {
      return new NamedArray(name, extents(header.group(2)), values);
    } catch (IllegalArgumentException e) {
      throw new IOException(place(name, file) + " is damaged: " + e.getMessage(), e);
    }
  }

  /** The numbers of an array of that type, as they lie in the file. */
  static ByteBuffer content(String type, String name, byte[] bytes, Path file) throws IOException {
    int start = header(type, name, bytes, file).end() + PREFIX;
    return ByteBuffer.wrap(bytes, start, bytes.length - start)
        .slice()
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  private static Matcher header(String type, String name, byte[] bytes, Path file)
      throws IOException {
    if (bytes.length < PREFIX || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new IOException(place(name, file) + " is not a NumPy array of format 1.0");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int length = Short.toUnsignedInt(buffer.getShort(MAGIC.length));
    if (PREFIX + length > bytes.length) {
      throw new IOException(place(name, file) + " ends within its header");
    }
    String header = new String(bytes, PREFIX, length, ISO_8859_1);
    Matcher matcher = HEADER.matcher(header);
    if (!matcher.matches() || !matcher.group(1).equals(type)) {
      throw new IOException(
          "%s is not %s in C order: %s".formatted(place(name, file), words(type), header.strip()));
    }
    return matcher;
  }

  private static String words(String type) {
    return type.equals(SINGLE) ? "little-endian single precision" : "of type " + type;
  }

  private static String place(String name, Path file) {
    return "entry " + name + " of " + file;
  }

  private static List<Integer> extents(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .map(Integer::valueOf)
        .toList();
  }
}
